//! Generates random keys that cannot be guessed and do not repeat.

/// Returns 32 hexadecimal digits from the browser's cryptographic generator.
pub fn random_key() -> String {
    let mut bytes = [0_u8; 16];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // Only arrays over 64 KiB are refused.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
