//! Reduces the interface between the app's code and its script.
//!
//! wasm-bindgen adds a digest to the name of each import in both files. Digests do not compress and
//! cost 5 KB of the download. wasm-bindgen also exports unused functions, which keeps their code
//! alive.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

const IMPORT_SECTION: u8 = 2;
const EXPORT_SECTION: u8 = 7;
const FUNCTION: u8 = 0;
/// The prefix of functions that wasm-bindgen generates.
const PREFIX: &str = "__wb";
/// Classes of a stream library that is linked in but not used.
const UNUSED: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// Returns the code and the script with short names.
pub(crate) fn shorten(code: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let (preamble, mut rest) = code.split_at_checked(8).context("the code is cut off")?;
    let mut shorter = preamble.to_vec();
    let mut names = BTreeMap::new();
    while let Some((&id, after)) = rest.split_first() {
        rest = after;
        let section = take_bytes(&mut rest)?;
        shorter.push(id);
        match id {
            IMPORT_SECTION => put_bytes(&mut shorter, &renamed(section, &mut names)?),
            EXPORT_SECTION => put_bytes(&mut shorter, &without_unused(section)?),
            _ => put_bytes(&mut shorter, section),
        }
    }
    Ok((shorter, replace_words(script, &names)))
}

/// Returns the import section with short names and records them in `names`.
fn renamed(mut section: &[u8], names: &mut BTreeMap<String, String>) -> Result<Vec<u8>> {
    let count = take_number(&mut section)?;
    let mut renamed = Vec::new();
    put_number(&mut renamed, count);
    for index in 0..count {
        put_bytes(&mut renamed, take_bytes(&mut section)?);
        let name = std::str::from_utf8(take_bytes(&mut section)?)?;
        let short = format!("i{index:x}");
        let is_ours = name.starts_with(PREFIX);
        put_bytes(&mut renamed, if is_ours { short.as_bytes() } else { name.as_bytes() });
        if is_ours {
            names.insert(name.to_owned(), short);
        }
        let (&kind, after) = section.split_first().context("the imports are cut off")?;
        section = after;
        if kind != FUNCTION {
            bail!("the app imports {name}, which is no function");
        }
        renamed.push(kind);
        put_number(&mut renamed, take_number(&mut section)?);
    }
    Ok(renamed)
}

/// Returns the export section without unused exports.
fn without_unused(mut section: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Vec::new();
    let mut count = 0;
    for _ in 0..take_number(&mut section)? {
        let name = take_bytes(&mut section)?;
        let (&kind, after) = section.split_first().context("the exports are cut off")?;
        section = after;
        let index = take_number(&mut section)?;
        if !UNUSED.iter().any(|unused| name.starts_with(unused.as_bytes())) {
            count += 1;
            put_bytes(&mut kept, name);
            kept.push(kind);
            put_number(&mut kept, index);
        }
    }
    let mut exports = Vec::new();
    put_number(&mut exports, count);
    exports.extend(kept);
    Ok(exports)
}

fn replace_words(text: &str, names: &BTreeMap<String, String>) -> String {
    let in_word = |character: char| character.is_alphanumeric() || character == '_';
    let mut replaced = String::with_capacity(text.len());
    for piece in text.split_inclusive(|character| !in_word(character)) {
        let word = piece.trim_end_matches(|character| !in_word(character));
        replaced.push_str(names.get(word).map_or(word, String::as_str));
        replaced.push_str(&piece[word.len()..]);
    }
    replaced
}

/// Reads a length and that many bytes.
fn take_bytes<'a>(from: &mut &'a [u8]) -> Result<&'a [u8]> {
    let length = take_number(from)?;
    let (bytes, rest) =
        from.split_at_checked(usize::try_from(length)?).context("the code is cut off")?;
    *from = rest;
    Ok(bytes)
}

/// Reads an unsigned LEB128 number.
fn take_number(from: &mut &[u8]) -> Result<u32> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = from.split_first().context("the code is cut off")?;
        *from = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    bail!("a number in the code is too long")
}

fn put_bytes(to: &mut Vec<u8>, bytes: &[u8]) {
    #[expect(clippy::cast_possible_truncation, reason = "the whole file is shorter than 4 GiB")]
    put_number(to, bytes.len() as u32);
    to.extend_from_slice(bytes);
}

fn put_number(to: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        to.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    to.push(number.to_le_bytes()[0]);
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn both_files_get_the_same_short_name_and_are_otherwise_unchanged() {
        let code = b"\0asm\x01\0\0\0\x02\x19\x01\x05./app\x0e__wbg_then_1f2\0\x81\x01\x00\x02\x01x";
        let (shorter, script) =
            shorten(code, "{ __wbg_then_1f2: then, __wbg_then_1f23: other }").unwrap();
        assert_eq!(shorter, b"\0asm\x01\0\0\0\x02\x0d\x01\x05./app\x02i0\0\x81\x01\x00\x02\x01x");
        assert_eq!(script, "{ i0: then, __wbg_then_1f23: other }");
    }

    #[test]
    fn unused_exports_are_removed() {
        let code = b"\0asm\x01\0\0\0\x07\x1e\x02\x05mount\0\x81\x01\x11intounderlyingx_a\0\x03";
        let (shorter, _) = shorten(code, "").unwrap();
        assert_eq!(shorter, b"\0asm\x01\0\0\0\x07\x0a\x01\x05mount\0\x81\x01");
    }
}
