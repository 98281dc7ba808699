//! A zip archive whose files are stored uncompressed, as they are small.
//!
//! The crates for it include tables for a fast checksum that are more than a tenth of the page's
//! size; a bit at a time is fast enough here. The records are those of [APPNOTE].
//!
//! [APPNOTE]: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

/// The fields that are the same for every file, from "version needed to extract" on: 2.0, names in
/// UTF-8, stored, and 1980-01-01 00:00, the earliest time that the format has.
const COMMON: [u8; 10] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];

/// Puts files into one archive, in this order.
///
/// A name or a text of 4 GiB or more would need the 64-bit format; a page's memory can't hold it.
#[must_use]
pub fn zip(files: &[(String, String)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let start = archive.len();
        let common = common(name, text);
        archive.extend(b"PK\x03\x04");
        archive.extend(&common);
        archive.extend(name.as_bytes());
        archive.extend(text.as_bytes());

        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        // No comment, the first disk, and no attributes.
        directory.extend([0; 10]);
        number(start, &mut directory);
        directory.extend(name.as_bytes());
    }
    let start = archive.len();
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    for _ in ["on this disk", "in all"] {
        archive.extend((files.len() as u16).to_le_bytes());
    }
    number(directory.len(), &mut archive);
    number(start, &mut archive);
    archive.extend([0; 2]);
    archive
}

/// The part that a file's own header and its entry in the directory share.
fn common(name: &str, text: &str) -> Vec<u8> {
    let mut record = COMMON.to_vec();
    record.extend(checksum(text.as_bytes()).to_le_bytes());
    // The compressed and the uncompressed size.
    number(text.len(), &mut record);
    number(text.len(), &mut record);
    // The lengths of the name and of the extra field, which is absent.
    number(name.len(), &mut record);
    record
}

fn number(number: usize, out: &mut Vec<u8>) {
    out.extend((number as u32).to_le_bytes());
}

/// The CRC-32 of zip, gzip and PNG.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = !0;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = sum >> 1 ^ 0xEDB8_8320 & (sum & 1).wrapping_neg();
        }
    }
    !sum
}
