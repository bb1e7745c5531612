-- What gouji keeps of its batches. Open it with any SQLite program; the tables
-- are a file format of version 1 (PRAGMA user_version), so that another version
-- of the program refuses what it would misread.

-- One content of a file, as one build of the program read it. The same content
-- under two names, or in two runs, is read once.
CREATE TABLE reading (
  sha256  TEXT NOT NULL,  -- of the file's bytes, in hex
  builder TEXT NOT NULL,  -- what read it: build, reader, limits (Store.builder)
  format  TEXT NOT NULL,  -- pdf, docx …; empty when it was not told
  pages   INTEGER NOT NULL,
  reader  TEXT NOT NULL,  -- pdfium …
  error   TEXT,           -- {"kind", "message"} when there is no report
  report  BLOB,           -- parser.Report in its binary form
  PRIMARY KEY (sha256, builder)
);

-- One finished run over a batch: a run that was cut short leaves readings only.
CREATE TABLE run (
  number   INTEGER PRIMARY KEY, -- 1 for the first
  identity TEXT NOT NULL,       -- hash of all that the results depend on
  builder  TEXT NOT NULL,
  about    TEXT NOT NULL        -- program, command, rules in force, house rules and register as they were: JSON
);

-- The files of a run in the order of the batch, and what was found.
CREATE TABLE file (
  run      INTEGER NOT NULL REFERENCES run (number),
  position INTEGER NOT NULL,    -- in the batch, from 0; of a shard, in the whole batch
  role     TEXT NOT NULL,       -- report, previous or register
  path     TEXT NOT NULL,       -- as given; in a zip file: archive.zip/name
  sha256   TEXT,                -- NULL when the bytes could not be had
  organ    TEXT,                -- NULL when there is no report, or it names none
  year     INTEGER,             -- that the report is about; NULL when unknown
  error    TEXT,                -- why there is no report, or why it was not checked; NULL when all went well
  findings TEXT,                -- JSON, NULL for none
  PRIMARY KEY (run, position)
);
