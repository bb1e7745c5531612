// Turns PDF files into OFD files whose text is text: the pages are drawn by PDFBox on
// ofdrw's Graphics2D, which writes paths and pictures, and each run of glyphs is
// written as a text object instead of as outlines.
//
//   java -cp 'lib/*' Twin.java A.pdf A.ofd [B.pdf B.ofd ...]
import java.awt.geom.*;
import java.io.*;
import java.lang.reflect.Field;
import java.nio.file.*;
import java.util.*;
import org.apache.pdfbox.pdmodel.*;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.*;
import org.apache.pdfbox.util.*;
import org.apache.pdfbox.util.Vector;
import org.ofdrw.core.basicStructure.doc.CT_PageArea;
import org.ofdrw.core.basicStructure.pageObj.layer.block.*;
import org.ofdrw.core.basicType.*;
import org.ofdrw.core.text.TextCode;
import org.ofdrw.core.text.font.CT_Font;
import org.ofdrw.graphics2d.*;

public class Twin {
  static final double MM = 25.4 / 72;

  public static void main(String[] args) throws Exception {
    for (int i = 0; i + 1 < args.length; i += 2) convert(Paths.get(args[i]), Paths.get(args[i + 1]));
  }

  static void convert(Path from, Path to) throws Exception {
    try (PDDocument pdf = PDDocument.load(from.toFile()); OFDGraphicsDocument ofd = new OFDGraphicsDocument(to)) {
      Renderer renderer = new Renderer(pdf, ofd);
      for (int i = 0; i < pdf.getNumberOfPages(); i++) {
        PDPage page = pdf.getPage(i);
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        double w = (turned ? box.getHeight() : box.getWidth()) * MM, h = (turned ? box.getWidth() : box.getHeight()) * MM;
        OFDPageGraphics2D g = ofd.newPage(w, h);
        renderer.target = container(g);
        renderer.renderPageToGraphics(i, g, (float) MM);
        renderer.flush();
      }
    }
  }

  static CT_PageBlock container(OFDPageGraphics2D g) throws Exception {
    Field f = OFDPageGraphics2D.class.getDeclaredField("container");
    f.setAccessible(true);
    return (CT_PageBlock) f.get(g);
  }

  /** A glyph: where its origin stands and how its space is turned, in millimetres from the top left. */
  record Glyph(String text, double[] m, String font) {}

  static class Renderer extends PDFRenderer {
    final OFDGraphicsDocument ofd;
    CT_PageBlock target;
    final List<Glyph> run = new ArrayList<>();
    final Map<String, ST_ID> fonts = new HashMap<>();

    Renderer(PDDocument pdf, OFDGraphicsDocument ofd) { super(pdf); this.ofd = ofd; }

    @Override protected PageDrawer createPageDrawer(PageDrawerParameters p) throws IOException { return new Drawer(p, this); }

    void add(Glyph g) {
      if (!run.isEmpty() && !continues(run.get(run.size() - 1), g)) flush();
      run.add(g);
    }

    /** Glyphs of one font, size and line stand in one text object. */
    static boolean continues(Glyph a, Glyph b) {
      for (int i = 0; i < 4; i++) if (Math.abs(a.m[i] - b.m[i]) > 1e-4) return false;
      return a.font.equals(b.font) && a.m[1] == 0 && b.m[4] > a.m[4] && Math.abs(a.m[5] - b.m[5]) < 1e-3;
    }

    void flush() {
      if (run.isEmpty()) return;
      Glyph g = run.get(0);
      double size = Math.hypot(g.m[2], g.m[3]);
      TextObject text = new TextObject(ofd.newID());
      text.setFont(font(g.font).ref()).setSize(round(size));
      TextCode code = new TextCode();
      StringBuilder all = new StringBuilder();
      List<Double> steps = new ArrayList<>();
      for (int i = 0; i < run.size(); i++) {
        all.append(run.get(i).text);
        if (i > 0) steps.add(round(run.get(i).m[4] - run.get(i - 1).m[4]));
      }
      if (g.m[1] == 0 && g.m[0] > 0) {
        double width = run.get(run.size() - 1).m[4] - g.m[4] + size;
        text.setBoundary(new ST_Box(round(g.m[4]), round(g.m[5] - size), round(width), round(1.3 * size)));
        code.setCoordinate(0d, round(size));
      } else { // turned: its boundary is the page's corner, its matrix places it
        text.setBoundary(new ST_Box(0, 0, 1000, 1000));
        text.setCTM(new ST_Array(g.m[0] / size, g.m[1] / size, g.m[2] / -size, g.m[3] / -size, g.m[4], g.m[5]));
        code.setCoordinate(0d, 0d);
      }
      code.setContent(all.toString());
      if (!steps.isEmpty()) code.setDeltaX(steps.toArray(new Double[0]));
      text.addTextCode(code);
      target.addPageBlock(text);
      run.clear();
    }

    ST_ID font(String name) {
      return fonts.computeIfAbsent(name, n -> {
        try { return addFont(n); } catch (Exception e) { throw new RuntimeException(e); }
      });
    }

    ST_ID addFont(String name) throws Exception {
      ST_ID id = ofd.newID();
      CT_Font font = new CT_Font(); font.setFontName(name); font.setFamilyName(name);
      font.setObjID(id);
      org.ofdrw.core.basicStructure.res.Res res;
      try { res = ofd.docDir.getPublicRes(); }
      catch (FileNotFoundException e) {
        res = new org.ofdrw.core.basicStructure.res.Res().setBaseLoc(new ST_Loc("Res"));
        res.addResource(new org.ofdrw.core.basicStructure.res.resources.Fonts());
        ofd.docDir.setPublicRes(res);
        ofd.cdata.addPublicRes(new ST_Loc("PublicRes.xml"));
      }
      res.getFonts().get(0).addFont(font);
      return id;
    }
  }

  static double round(double v) { return Math.round(v * 1e4) / 1e4; }

  static class Drawer extends PageDrawer {
    final Renderer out;

    Drawer(PageDrawerParameters p, Renderer out) throws IOException { super(p); this.out = out; }

    @Override protected void showGlyph(Matrix m, PDFont font, int code, String unicode, Vector v) throws IOException {
      String text = unicode != null ? unicode : font.toUnicode(code);
      if (text == null || text.isBlank()) return;
      AffineTransform at = m.createAffineTransform();
      AffineTransform page = new AffineTransform(getGraphics().getTransform());
      page.concatenate(at);
      double[] d = new double[6];
      page.getMatrix(d);
      out.add(new Glyph(text, d, font.getName() == null ? "x" : font.getName()));
    }
  }
}
