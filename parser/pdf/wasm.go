package pdf

import (
	_ "unsafe" // for go:linkname

	_ "github.com/klippa-app/go-pdfium/webassembly" // holds the module
)

// pdfiumWasm is the PDFium that go-pdfium embeds. Its pool hides the module's
// memory and makes several allocations for every call, of which a page of text
// needs ten thousand; so we run the module ourselves.
//
//go:linkname pdfiumWasm github.com/klippa-app/go-pdfium/webassembly.pdfiumWasm
var pdfiumWasm []byte
