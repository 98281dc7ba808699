//! Mutations that make a text long. libFuzzer's own add a few bytes at a time, so that of texts of
//! 64 KiB it would try few, and none of the same piece thousands of times: that is what a
//! mechanism needs that is quadratic.

use libfuzzer_sys::fuzzer_mutate;

use crate::random::Random;

/// Of a thousand mutations, those that are ours.
const OURS: usize = 100;

/// The longest piece that is repeated.
const LONGEST: usize = 128;

/// What begins or ends a piece of JSON.
const MARKS: &[u8] = b",{[\n";

/// Mutates the first `size` bytes of `data`, and returns how many there are then: in a tenth of the
/// calls a piece of them is repeated, else libFuzzer mutates them.
pub(crate) fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut random = Random::new(seed.into());
    if size == 0 || size >= max_size || !random.chance(OURS) {
        return fuzzer_mutate(data, size, max_size);
    }
    let (from, to) = piece(&data[..size], &mut random);
    let repeated = repeated(&data[from..to], max_size - size, &mut random);
    data.copy_within(to..size, to + repeated.len());
    data[to..to + repeated.len()].copy_from_slice(&repeated);
    size + repeated.len()
}

/// Mutates two texts with `between` between them. Where there is only one, it becomes both, now and
/// then.
#[allow(dead_code, reason = "one target alone has two texts")]
pub(crate) fn pair(data: &mut [u8], size: usize, max_size: usize, seed: u32, between: u8) -> usize {
    let mut random = Random::new(seed.into());
    let twice = 2 * size + 1;
    if twice <= max_size && random.chance(OURS) && !data[..size].contains(&between) {
        data.copy_within(..size, size + 1);
        data[size] = between;
        return twice;
    }
    mutate(data, size, max_size, random.next() as u32)
}

/// The range of a piece: any, or, half of the time, one from a mark of JSON up to another.
fn piece(text: &[u8], random: &mut Random) -> (usize, usize) {
    let mut from = random.below(text.len());
    let mut to = (from + 1 + random.below(LONGEST)).min(text.len());
    if random.chance(500) {
        let marks = |byte: &u8| MARKS.contains(byte);
        from = text[..from]
            .iter()
            .rposition(marks)
            .map_or(from, |at| at + 1);
        to = text[to..]
            .iter()
            .position(marks)
            .map_or(to, |at| to + at + 1);
    }
    (from, to)
}

/// A piece again and again, in at most so many bytes: all of them, or any number. Half of the time
/// each has another number where the piece has its first digits.
fn repeated(piece: &[u8], room: usize, random: &mut Random) -> Vec<u8> {
    let most = if random.chance(500) {
        room
    } else {
        random.below(room + 1)
    };
    let digit = piece.iter().position(u8::is_ascii_digit);
    let digit = digit.filter(|_| random.chance(500));
    let mut out = Vec::with_capacity(most);
    for number in 0_u32.. {
        let start = out.len();
        match digit {
            Some(at) => {
                let digits = piece[at..].iter().take_while(|byte| byte.is_ascii_digit());
                out.extend_from_slice(&piece[..at]);
                out.extend_from_slice(number.to_string().as_bytes());
                out.extend_from_slice(&piece[at + digits.count()..]);
            }
            None => out.extend_from_slice(piece),
        }
        if out.len() > most {
            out.truncate(start);
            break;
        }
    }
    out
}
