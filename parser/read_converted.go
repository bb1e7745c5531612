package parser

import (
	"context"
	"errors"

	"gouji/parser/convert"
	"gouji/parser/document"
	"gouji/parser/docx"
)

// orConverted reads by LibreOffice's help a file that our readers cannot read,
// and why. When that fails too, their reason stands and the attempt's is added.
func (r *Reader) orConverted(ctx context.Context, name string, data []byte, reason error) (*document.Document, error) {
	var native *document.Error
	if !r.options.Convert || !errors.As(reason, &native) || native.Kind != document.Unsupported && native.Kind != document.Corrupt {
		return nil, reason
	}
	converted, err := convert.DOCX(ctx, name, data, r.options.Limits.Size)
	switch {
	case ctx.Err() != nil:
		return nil, asError(ctx, name, ctx.Err())
	case errors.Is(err, convert.ErrMissing):
		return nil, unhelped(native, "本机没有装 LibreOffice，--convert 帮不上", err)
	case err != nil:
		return nil, unhelped(native, "LibreOffice 也没能读出", err)
	}
	d, err := docx.Read(ctx, converted, r.options.Limits.word())
	if err != nil || !hasText(d) {
		return nil, unhelped(native, "LibreOffice 也没能读出", err)
	}
	d.Reader = "libreoffice+" + d.Reader
	// Of a UOF file LibreOffice loses which cells of tables are merged: what looks
	// missing need not be missing from the report.
	d.Incomplete = joinReasons(d.Incomplete, "由 LibreOffice 转换后读取，版式可能走样")
	if native.Kind == document.Corrupt { // how LibreOffice mended it nobody knows
		d.Damage = joinReasons(d.Damage, "文件已损坏，由 LibreOffice 修复后读取")
	}
	return d, nil
}

func unhelped(native *document.Error, why string, err error) error {
	return &document.Error{Kind: native.Kind, Message: native.Message + "；" + why, Err: errors.Join(native.Err, err)}
}
