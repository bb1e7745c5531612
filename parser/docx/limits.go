package docx

// Limits bounds what one file may cost. A field that is 0 takes the default
// named in its comment; the defaults are far above any report (the largest of
// some two hundred has 300 KB of XML, 1,200 cells and eleven levels).
type Limits struct {
	// ArchiveBytes is the unpacked size of the whole archive as its directory
	// declares it, pictures included: 1 GiB. Pictures are never unpacked, so
	// this only turns away what was made to do harm.
	ArchiveBytes int64
	// PartBytes is the unpacked size, declared and real, of one part that is
	// read: 32 MiB. A part is held in memory about three times.
	PartBytes int64
	// TotalBytes is the real unpacked size of all parts that are read: 48 MiB.
	// With PartBytes it keeps a worker below 150 MB.
	TotalBytes int64
	// Ratio is how many times larger than its packed form a part of more than
	// 1 MiB may be: 200. XML of tables packs 10 to 60 times; a bomb 1,000.
	Ratio int64
	// Depth is the nesting of XML elements: 256. The walk recurses by it.
	Depth int
	// Paragraphs, in cells and text boxes too: 100,000.
	Paragraphs int
	// Rows of all tables together: 10,000.
	Rows int
	// Cells of all tables together: 60,000.
	Cells int
	// Positions is rows times columns of one table: 1,000,000. Ragged rows
	// can make few cells span a grid that no memory holds.
	Positions int
}

func (l Limits) withDefaults() Limits {
	l.ArchiveBytes = orDefault(l.ArchiveBytes, 1<<30)
	l.PartBytes = orDefault(l.PartBytes, 32<<20)
	l.TotalBytes = orDefault(l.TotalBytes, 48<<20)
	l.Ratio = orDefault(l.Ratio, 200)
	l.Depth = orDefault(l.Depth, 256)
	l.Paragraphs = orDefault(l.Paragraphs, 100_000)
	l.Rows = orDefault(l.Rows, 10_000)
	l.Cells = orDefault(l.Cells, 60_000)
	l.Positions = orDefault(l.Positions, 1_000_000)
	return l
}

// Unpacked is how many bytes may come out of so many packed ones.
func (l Limits) Unpacked(packed int64) int64 {
	const harmless = 1 << 20 // white space packs well, and so much of it fits
	return max(packed*orDefault(l.Ratio, 200), harmless)
}

func orDefault[N int | int64](value, standard N) N {
	if value > 0 {
		return value
	}
	return standard
}
