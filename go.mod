module gouji

go 1.26.0

require (
	cel.dev/cel-go v0.33.2 // an office's own rules: expressions with types, bounds and no way out (github.com/google/cel-go until v0.31)
	github.com/klippa-app/go-pdfium v1.20.0 // PDFium as a WebAssembly module: what a PDF page shows
	github.com/ledongthuc/pdf v0.0.0-20260907135840-6c8c28e0e8a0 // the second PDF reader: objects, streams, decryption
	github.com/mattn/go-runewidth v0.0.31 // Chinese is two columns wide in a terminal
	github.com/nguyenthenguyen/docx v0.0.0-20230621112118-9c8e795a11db // opens a Word file and hands out its XML
	github.com/owenrumney/go-sarif/v3 v3.3.1 // findings for code-scanning tools
	github.com/parquet-go/parquet-go v0.32.0 // datasets for programs that read columns, without cgo
	github.com/richardlehane/mscfb v1.0.9 // the OLE container of old Word files
	github.com/rogpeppe/go-internal v1.16.0 // commands as test scripts
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // tests: SARIF against its schema
	github.com/schollz/progressbar/v3 v3.19.1 // progress on a terminal
	github.com/spf13/cobra v1.10.2 // commands, flags, completion
	github.com/spf13/pflag v1.0.9 // cobra's flags, for their help in Chinese
	github.com/stretchr/testify v1.12.1 // tests
	github.com/tetratelabs/wazero v1.12.0 // runs PDFium in a sandbox, without cgo
	github.com/xuri/excelize/v2 v2.11.1 // workbooks for offices
	go.yaml.in/yaml/v3 v3.0.6 // gouji.yaml, with the line and column of every word
	golang.org/x/image v0.47.0 // scales the lines of scanned pages for the recogniser; turns and draws on sample scans
	golang.org/x/net v0.62.0 // HTML, and the character sets that pages declare
	golang.org/x/sys v0.49.0 // memory limit of the child process, Windows consoles
	golang.org/x/term v0.47.0 // is it a terminal, and how wide
	golang.org/x/text v0.43.0 // width folding, GB18030, decimal digits
	golang.org/x/tools v0.52.0 // txtar: the examples of rules
	modernc.org/sqlite v1.62.0 // the store of a batch, without cgo
)

require (
	cel.dev/expr v0.25.1 // indirect
	github.com/BurntSushi/toml v1.4.1-0.20240526193622-a339e1f7089c // indirect
	github.com/andybalholm/brotli v1.1.1 // indirect
	github.com/antlr4-go/antlr/v4 v4.13.1 // indirect
	github.com/clipperhouse/uax29/v2 v2.2.0 // indirect
	github.com/dustin/go-humanize v1.1.0 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/jolestar/go-commons-pool/v2 v2.1.2 // indirect
	github.com/klauspost/compress v1.17.9 // indirect
	github.com/mattn/go-isatty v0.0.24 // indirect
	github.com/mitchellh/colorstring v0.0.0-20190213212951-d06e56a500db // indirect
	github.com/ncruces/go-strftime v1.1.0 // indirect
	github.com/parquet-go/bitpack v1.0.0 // indirect
	github.com/parquet-go/jsonlite v1.0.0 // indirect
	github.com/pierrec/lz4/v4 v4.1.21 // indirect
	github.com/remyoudompheng/bigfft v0.0.0-20230129092748-24d4a6f8daec // indirect
	github.com/richardlehane/msoleps v1.0.6 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/tiendc/go-deepcopy v1.7.2 // indirect
	github.com/twpayne/go-geom v1.6.1 // indirect
	github.com/xeipuuv/gojsonpointer v0.0.0-20180127040702-4e3ac2762d5f // indirect
	github.com/xeipuuv/gojsonreference v0.0.0-20180127040603-bd5ef7bd5415 // indirect
	github.com/xeipuuv/gojsonschema v1.2.0 // indirect
	github.com/xuri/efp v0.0.3-0.20260924042702-217b81952dec // indirect
	github.com/xuri/nfp v0.0.2-0.20250530014748-2ddeb826f9a9 // indirect
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/exp v0.0.0-20240823005443-9b4947da3948 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	google.golang.org/genproto/googleapis/api v0.0.0-20240826202546-f6391c0de4c7 // indirect
	google.golang.org/genproto/googleapis/rpc v0.0.0-20260526163538-3dc84a4a5aaa // indirect
	google.golang.org/protobuf v1.36.11 // indirect
	honnef.co/go/tools v0.8.2 // indirect
	modernc.org/libc v1.80.1 // indirect
	modernc.org/mathutil v1.7.1 // indirect
	modernc.org/memory v1.12.1 // indirect
)

tool honnef.co/go/tools/cmd/staticcheck
