//! Classifies characters that no address contains, because they are invisible.

/// Returns true for characters that are invisible or change how the text around them is displayed:
/// controls, bidirectional controls, zero-width and other default-ignorable characters, blanks that
/// are not white space, private-use characters and non-characters. White space is excluded, because
/// it has an error code of its own.
pub(crate) fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    let listed = c.is_control()
        || matches!(
            code,
            0x00AD | 0x034F | 0x061C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F
                | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x2800 | 0x3164
                | 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0
                | 0xFFF0..=0xFFFD | 0x1_3430..=0x1_3440 | 0x1_BCA0..=0x1_BCA3
                | 0x1_D173..=0x1_D17A | 0xE_0000..=0x10_FFFF
        )
        || code & 0xFFFE == 0xFFFE;
    listed && !c.is_whitespace()
}

/// Like [`is_forbidden`], except for characters that the domain rules handle: UTS 46 drops the
/// emoji variation selector, and RFC 5892 defines where the joiners of Persian, Hindi and other
/// scripts may occur.
pub(super) fn is_forbidden_in_domain(c: char) -> bool {
    is_forbidden(c) && !is_joiner(c) && c != '\u{FE0F}'
}

/// Returns true for the zero-width joiner and non-joiner.
pub(crate) const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}
