package doc

import (
	"gouji/parser/document"
	"gouji/parser/locked"
)

// plainBytes are those at the start of the WordDocument stream that are never
// enciphered, and keyAt is where they tell how long the table stream's header of
// the encryption is, [MS-DOC] 2.2.6.
const (
	plainBytes = 68
	keyAt      = 0x0E
)

// decipher makes plain streams of the enciphered ones, if they are.
func decipher(streams map[string][]byte, passwords []string) error {
	b := reader{data: streams["WordDocument"]}
	flags := b.u16(flagsAt)
	switch {
	case b.u16(0) != wordSign, b.u16(2) < oldestFormat, flags&isEncrypted == 0:
		return nil
	case flags&isObfuscated != 0:
		return document.Errorf(document.Encrypted, "文件用旧式的 XOR 方法加了密码，本程序解不开，请用 Word 去掉密码后再读")
	}
	table := streams[tableName(flags)]
	header := max(0, min(b.i32(keyAt), len(table)))
	key, err := locked.WordRC4(table[:header], passwords)
	if err != nil {
		return err
	}
	for name, plain := range map[string]int{"WordDocument": plainBytes, tableName(flags): header, "Data": 0} {
		streams[name] = key.Stream(streams[name], plain)
	}
	return nil
}
