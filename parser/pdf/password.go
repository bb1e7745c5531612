package pdf

import "gouji/parser/document"

// PDFium's reasons for not opening a file, as FPDF_GetLastError gives them.
const (
	passwordNeeded  = 4
	securityUnknown = 5
)

// open opens a file that lies in PDFium's memory, without a password or with
// the first that fits. The caller closes the document.
func (l *library) open(address uint64, data []byte, passwords []string) (handle uint64, err error) {
	handle = l.call("FPDF_LoadMemDocument", address, uint64(len(data)), 0)
	for _, password := range passwords {
		if handle != 0 || l.call("FPDF_GetLastError") != passwordNeeded {
			break
		}
		handle = l.unlock(address, data, password)
	}
	if handle == 0 {
		return 0, refused(l, data, len(passwords))
	}
	return handle, nil
}

// unlock tries a password, a user's or an owner's. PDFium takes UTF-8 and
// translates it where the file wants Latin-1.
func (l *library) unlock(address uint64, data []byte, password string) uint64 {
	text := l.load([]byte(password + "\x00"))
	defer l.free(text)
	return l.call("FPDF_LoadMemDocument", address, uint64(len(data)), text)
}

// refused turns PDFium's last error into ours.
func refused(l *library, data []byte, tried int) error {
	switch code := l.call("FPDF_GetLastError"); code {
	case passwordNeeded:
		return document.Locked("PDF ", tried)
	case securityUnknown:
		return document.Errorf(document.Encrypted, "PDF 用了不认识的加密方式")
	}
	if cutOff(data) {
		return document.Errorf(document.Corrupt, "PDF 不完整，末尾缺失，打不开")
	}
	return document.Errorf(document.Corrupt, "PDF 已损坏，打不开")
}
