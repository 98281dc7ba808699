//! A reader whose lines have a limit: the rest of a longer line is left out, so that no line takes
//! more memory than the limit.

use std::io::{self, Read};

use bstr::ByteSlice;

/// Reads from another reader, and leaves out what is over the limit in a line.
#[derive(Debug)]
pub(crate) struct ShortLines<R> {
    inner: R,
    /// The most bytes of a line, without its end.
    most: usize,
    /// The bytes of the current line so far, with those left out.
    length: usize,
}

impl<R: Read> ShortLines<R> {
    pub(crate) fn new(inner: R, most: usize) -> Self {
        ShortLines {
            inner,
            most,
            length: 0,
        }
    }

    /// Moves what stays of a piece to its start. Returns how much that is.
    fn shorten(&mut self, piece: &mut [u8]) -> usize {
        if self.length + piece.len() <= self.most {
            self.length = match piece.rfind_byte(b'\n') {
                Some(end) => piece.len() - end - 1,
                None => self.length + piece.len(),
            };
            return piece.len();
        }
        let (mut from, mut kept) = (0, 0);
        while from < piece.len() {
            let end = piece[from..].find_byte(b'\n');
            let to = end.map_or(piece.len(), |end| from + end);
            let stays = (to - from).min(self.most.saturating_sub(self.length));
            piece.copy_within(from..from + stays, kept);
            kept += stays;
            self.length += to - from;
            from = to;
            if end.is_some() {
                piece[kept] = b'\n';
                kept += 1;
                from += 1;
                self.length = 0;
            }
        }
        kept
    }
}

impl<R: Read> Read for ShortLines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.inner.read(buffer)?;
            let kept = self.shorten(&mut buffer[..read]);
            // Nothing would mean the end.
            if kept > 0 || read == 0 {
                return Ok(kept);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, BufReader, Read};

    use super::ShortLines;

    #[test]
    fn only_longer_lines_are_cut() {
        let text = "abc\n\nabcd\nabcde\nabcdefghij\nabcd\nxyz12345";
        for buffer in 1..20 {
            let mut out = String::new();
            let lines = ShortLines::new(text.as_bytes(), 4);
            let read = BufReader::with_capacity(buffer, lines).read_to_string(&mut out);
            assert_eq!(read.ok(), Some(out.len()), "{buffer}");
            assert_eq!(out, "abc\n\nabcd\nabcd\nabcd\nabcd\nxyz1", "{buffer}");
        }
    }

    #[test]
    fn an_endless_line_is_read_to_its_end() {
        let endless = io::repeat(b'a').take(1 << 20);
        let mut out = Vec::new();
        let read = ShortLines::new(endless, 10).read_to_end(&mut out);
        assert_eq!((read.ok(), out.len()), (Some(10), 10));
    }
}
