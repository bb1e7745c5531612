package metafile

import "gouji/parser/pdf/ink"

// playText draws text, [MS-EMF] 2.3.5.7, 2.3.5.8, 2.3.5.32, 2.3.5.33 and 2.3.5.37.
func (d *device) playText(kind int, b reader) {
	const single, number, many, entry = 36, 36, 40, 40
	switch kind {
	case emrExtTextOutA, emrExtTextOutW:
		d.emrText(b, single, kind == emrExtTextOutW)
	case emrPolyTextOutA, emrPolyTextOutW:
		for i := range max(0, min(b.i32(number), len(b.data)/entry)) {
			d.emrText(b, many+entry*i, kind == emrPolyTextOutW)
		}
	case emrSmallTextOut:
		d.smallText(b)
	}
}

// emrText draws an EmrText object, [MS-EMF] 2.2.5; its offsets count from the record.
func (d *device) emrText(b reader, at int, wide bool) {
	const number, text, options, rectangle, steps = 8, 12, 16, 20, 36
	how := b.u32(at + options)
	count := max(0, min(b.i32(at+number), len(b.data)))
	dx := b.steps(b.i32(at+steps), count, how&bothWays != 0)
	p := piece{at: b.point(at, true)}
	if data := b.bytes(b.i32(at+text), len(b.data)); wide {
		p.text, p.steps = wideText(reader{data}, count, dx)
	} else {
		p.text, p.steps = byteText(data[:min(count, len(data))], d.font, dx)
	}
	d.put(p, b.rect(at+rectangle), how)
}

// smallText draws text that has no steps.
func (d *device) smallText(b reader) {
	const at, number, options, rectangle, corners = 8, 16, 20, 36, 16
	how, from := b.u32(options), rectangle
	var box [2]ink.Point
	if how&noRect == 0 {
		box, from = b.rect(rectangle), rectangle+corners
	}
	p, count := piece{at: b.point(at, true)}, max(0, min(b.i32(number), len(b.data)))
	if data := b.bytes(from, len(b.data)); how&smallChars == 0 {
		p.text, _ = wideText(reader{data}, count, nil)
	} else {
		for _, low := range data[:min(count, len(data))] {
			p.text = append(p.text, rune(low))
		}
	}
	d.put(p, box, how)
}

// steps are the distances between characters; nil when the record has fewer.
func (b reader) steps(at, number int, bothWays bool) []float64 {
	size := 4
	if bothWays {
		size = 8
	}
	if at <= 0 || at > len(b.data) || number > (len(b.data)-at)/size {
		return nil
	}
	list := make([]float64, number)
	for i := range list {
		list[i] = float64(b.u32(at + size*i))
	}
	return list
}

// put draws text as its options say: on a rectangle that is filled first, as programs
// also draw lines and cells, or cut off by it.
func (d *device) put(p piece, box [2]ink.Point, how uint32) {
	if how&opaque != 0 {
		d.fill(box, brush{white: d.back&white == white})
	}
	if how&glyphIndex != 0 {
		d.foreign = d.foreign || len(p.text) > 0
		return
	}
	before := d.clip
	if how&clipped != 0 {
		d.clipTo(box)
	}
	d.write(p)
	d.clip = before
}
