// Generates texts that resemble addresses: valid, invalid and hostile ones. The same seed generates the
// same texts, so a failure can be reproduced.

/** Returns a generator of numbers from 0 to below 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LOCAL_PARTS = [
  "oncall", "on.call", "a", "Giulia.Conti", "api+alerts", "o'neil", "_", "!#$%&'*+-/=?^_`{|}~",
  "דנה", "דנה.כהן", "خدمة", "用户", "müller", "mu\u0308ller", "ПОЧТА", "ﬁ", "İ", "ß", "é", "①",
  "", ".", ".a", "a.", "a..b", "a b", "a,b", "a;b", "a(b)c", "<a", "a>", "\"a\"", "\"a b\"", "a\\b",
  "a\"b", "a:b", "a[b]", "a@b", "mailto:a", "x".repeat(64), "x".repeat(65), "ש".repeat(32),
  "ש".repeat(33), "x".repeat(300),
] as const;

const LABELS = [
  "example", "EXAMPLE", "mail", "a", "1", "example1", "a-b", "-a", "a-", "a--b", "ab--c", "a_b", "",
  "exämple", "EXÄMPLE", "exa\u0308mple", "דוגמה", "مثال", "例え", "пример", "bücher", "faß", "FAß",
  "ΣΊΣΥΦΟΣ", "σίσυφος", "xn--exmple-cua", "XN--EXMPLE-CUA", "xn--a", "xn--", "xn--0", "xn--ls8h",
  "xn--example-", "аpple", "pаypal", "\u0661\u0662", "1א", "אa", "a\u0301", "\u0301a", "ａｂｃ", "①",
  "x".repeat(63), "x".repeat(64), "ü".repeat(40), "ש".repeat(63), "㎏", "ǆ", "\u1e9e", "💌",
] as const;

const ENDINGS = [
  "com", "COM", "co.il", "org", "example", "museum", "c", "1", "123", "1a", "xn--p1ai", "рф", "קום",
  "中国", "com.", "", "c_m", "c-m", "-com", "भारत", "xn--4dbrk0ce", "127.0.0.1",
] as const;

/** Texts that make an address hostile at any position. */
const SPICES = [
  "\u0000", "\u0001", "\u0007", "\u001b", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u034f", "\u061c",
  "\u115f", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2028", "\u202a", "\u202e",
  "\u2060", "\u2066", "\u2069", "\u2800", "\u3000", "\u3164", "\ufe0f", "\ufeff", "\ufffc", "\ufffd",
  "\ufffe", "\ue000", "\udb40\udc41", "\ud800", "\udfff", "🇮🇱", "👩‍👩‍👧", "😀", "。", "．", "＠", "﹫", "；",
  "،", "\u037e", "\u0338", "/", "?", "#", "%40", "(c)", "<", ">", "\"", "'", "\\", "|", " ", "\t", "@",
] as const;

const WHOLES = [
  "a@[127.0.0.1]", "a@[IPv6:::1]", "a@[", "\"a\"@example.com", "\"a b\"@example.com", "@", "@@", "a@",
  "@example.com", "a@.com", "a@com", "a@example..com", "a@b@example.com", "a%b@example.com",
  "a@example.com.", "Ada <ada@example.com>", "<ada@example.com>", "mailto:ada@example.com",
  "a@example.com?subject=x", "a@192.168.0.1", "a@0x7f.1", "a@example.com:25", "a@exa mple.com",
  "x".repeat(64) + "@" + ("y".repeat(61) + ".").repeat(3) + "com",
  "x".repeat(64) + "@" + ("y".repeat(62) + ".").repeat(3) + "com",
] as const;

/** Returns `count` different texts, none with a line break. */
export function generatedAddresses(count: number, seed: number): string[] {
  const next = random(seed);
  const one = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)]!;
  const spiced = (text: string) => {
    const at = Math.floor(next() * (text.length + 1));
    return text.slice(0, at) + one(SPICES) + text.slice(at);
  };
  const address = () => {
    const labels = Array.from({ length: next() < 0.8 ? 1 : 2 }, () => one(LABELS));
    return `${one(LOCAL_PARTS)}@${[...labels, one(ENDINGS)].join(".")}`;
  };
  const texts = new Set<string>(WHOLES);
  while (texts.size < count) {
    const text = address();
    const kind = next();
    texts.add(kind < 0.5 ? text : kind < 0.9 ? spiced(text) : spiced(spiced(text)));
  }
  return [...texts];
}
