//! Time zones as offered in the time-zone picker.

/// A time zone that a user can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneEntry {
    /// The IANA name.
    pub name: String,
    /// Other names of the same zone, such as `Asia/Calcutta` for `Asia/Kolkata`.
    pub aliases: Vec<String>,
    /// The UTC offset in minutes; positive east of Greenwich.
    pub offset_minutes: i32,
}

impl ZoneEntry {
    /// Encodes the entry as one line, for the exchange between two WebAssembly modules.
    pub fn to_line(&self) -> String {
        let mut line = self.offset_minutes.to_string();
        for name in std::iter::once(&self.name).chain(&self.aliases) {
            line.push(' ');
            line += name;
        }
        line
    }

    /// Parses the output of [`Self::to_line`].
    pub fn from_line(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        Some(Self {
            offset_minutes: i32::try_from(words.next()?.parse::<i64>().ok()?).ok()?,
            name: words.next()?.to_owned(),
            aliases: words.map(str::to_owned).collect(),
        })
    }
}
