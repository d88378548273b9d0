//! Orders the functions of a module so that each one follows a similar one.
//!
//! Most functions are instances of the same generic code. Brotli finds what they have in common
//! sooner when they are neighbours, which saves 3 % of the download.

use std::collections::HashMap;
use std::fmt::Write as _;

use anyhow::Result;
use wasm_encoder::{Encode, NameMap, NameSection};
use wasmparser::{Parser, Payload, TypeRef};

/// The number of bytes of a shingle. Functions are similar if they have many shingles in common.
const SHINGLE: usize = 8;

/// A shingle of more functions than this says nothing about similarity.
const COMMON: usize = 1000;

/// Functions that have no more than this in common are not similar, in thousandths.
const SIMILAR: usize = 20;

/// Returns the module with a name section. The alphabetical order of the names is the order in
/// which the functions compress best.
pub(crate) fn named_by_order(code: &[u8]) -> Result<Vec<u8>> {
    let (imported, bodies) = functions(code)?;
    let mut places = vec![0; bodies.len()];
    for (place, function) in by_similarity(&bodies).into_iter().enumerate() {
        places[function] = place;
    }
    let mut names = NameMap::new();
    let mut name = String::new();
    for (function, place) in (imported..).zip(&places) {
        name.clear();
        write!(name, "{place:06}")?;
        names.append(function, &name);
    }
    let mut section = NameSection::new();
    section.functions(&names);
    let mut module = code.to_vec();
    module.push(wasm_encoder::SectionId::Custom.into());
    section.encode(&mut module);
    Ok(module)
}

/// Returns the number of imported functions, and the bodies of the others.
fn functions(code: &[u8]) -> Result<(u32, Vec<&[u8]>)> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(code) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// Returns the indices of the bodies. Each is followed by the most similar one of the rest, or by
/// the next one in the order of their bytes.
fn by_similarity(bodies: &[&[u8]]) -> Vec<usize> {
    let mut sorted: Vec<_> = (0..bodies.len()).collect();
    sorted.sort_by_key(|&function| bodies[function]);
    let mut rest = Rest::new(bodies, &sorted);
    let mut sorted = sorted.into_iter();
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    loop {
        let similar = order.last().and_then(|&last| rest.most_similar(last));
        let next = similar.or_else(|| sorted.find(|&function| rest.is_left[function]));
        let Some(next) = next else { return order };
        rest.is_left[next] = false;
        order.push(next);
    }
}

/// The functions that have no place yet.
struct Rest<'a> {
    is_left: Vec<bool>,
    /// The distinct shingles of each function.
    shingles: Vec<Vec<&'a [u8]>>,
    /// The functions that have a shingle.
    holders: HashMap<&'a [u8], Vec<usize>>,
    /// The number of shingles that each function has in common with another; zero between calls.
    in_common: Vec<usize>,
}

impl<'a> Rest<'a> {
    fn new(bodies: &[&'a [u8]], sorted: &[usize]) -> Self {
        let shingles: Vec<_> = bodies.iter().map(|body| shingles_of(body)).collect();
        let mut holders: HashMap<_, Vec<_>> = HashMap::new();
        for &function in sorted {
            for &shingle in &shingles[function] {
                holders.entry(shingle).or_default().push(function);
            }
        }
        holders.retain(|_, holders| (2..=COMMON).contains(&holders.len()));
        Self {
            is_left: vec![true; bodies.len()],
            in_common: vec![0; bodies.len()],
            shingles,
            holders,
        }
    }

    /// Returns the function that has most in common with `other`, if any is similar.
    fn most_similar(&mut self, other: usize) -> Option<usize> {
        let mut candidates = Vec::new();
        for shingle in &self.shingles[other] {
            for &function in self.holders.get(shingle).into_iter().flatten() {
                if self.is_left[function] {
                    if self.in_common[function] == 0 {
                        candidates.push(function);
                    }
                    self.in_common[function] += 1;
                }
            }
        }
        let mut best = None;
        let mut most = SIMILAR;
        for function in candidates {
            let common = std::mem::take(&mut self.in_common[function]);
            let all = self.shingles[other].len() + self.shingles[function].len() - common;
            let similarity = per_mille(common, all);
            if similarity > most {
                most = similarity;
                best = Some(function);
            }
        }
        best
    }
}

/// Returns a share in thousandths. A few shingles more in the whole keep short functions, which are
/// similar to many, from coming first.
fn per_mille(part: usize, whole: usize) -> usize {
    1000 * part / (whole + 4)
}

/// Returns the distinct shingles of a function's body.
fn shingles_of(body: &[u8]) -> Vec<&[u8]> {
    let mut shingles: Vec<_> = body.windows(SHINGLE).collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

#[cfg(test)]
mod tests {
    use super::by_similarity;

    #[test]
    fn similar_functions_follow_each_other() {
        let bodies: [&[u8]; 4] =
            [b"0 abcdefghijklm", b"1 nopqrstuvwxyz", b"2 abcdefghijkl!", b"3 nopqrstuvwxy!"];
        assert_eq!(by_similarity(&bodies), [0, 2, 1, 3]);
    }

    #[test]
    fn each_function_is_in_the_order_once() {
        let bodies: [&[u8]; 4] = [b"short", b"", b"something longer", b"short"];
        let mut order = by_similarity(&bodies);
        order.sort_unstable();
        assert_eq!(order, [0, 1, 2, 3]);
    }
}
