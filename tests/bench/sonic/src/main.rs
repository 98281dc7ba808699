//! Reads a file of JSON lines into `sonic_rs::Value` and writes each back: no conversion, only the
//! way there and back.

use std::env;
use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args_os().nth(1).ok_or("usage: sonic FILE")?;
    let mut input = BufReader::with_capacity(1 << 16, File::open(path)?);
    let mut output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let (mut line, mut made) = (Vec::new(), Vec::new());
    while input.read_until(b'\n', &mut line)? > 0 {
        let value: sonic_rs::Value = sonic_rs::from_slice(&line)?;
        sonic_rs::to_writer(&mut made, &value)?;
        made.push(b'\n');
        output.write_all(&made)?;
        line.clear();
        made.clear();
    }
    Ok(output.flush()?)
}
