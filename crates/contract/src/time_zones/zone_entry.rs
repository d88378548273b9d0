//! Time zones as somebody chooses them.

/// A time zone that somebody can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneEntry {
    /// Its IANA name.
    pub name: String,
    /// Other names of the same zone, such as `Asia/Calcutta` of `Asia/Kolkata`.
    pub aliases: Vec<String>,
    /// The minutes that its clocks are ahead of UTC.
    pub offset_minutes: i32,
}

impl ZoneEntry {
    /// One line, for crossing between two WebAssembly modules.
    pub fn to_line(&self) -> String {
        let mut line = self.offset_minutes.to_string();
        for name in std::iter::once(&self.name).chain(&self.aliases) {
            line.push(' ');
            line += name;
        }
        line
    }

    /// Reads what [`Self::to_line`] wrote.
    pub fn from_line(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        Some(Self {
            offset_minutes: i32::try_from(words.next()?.parse::<i64>().ok()?).ok()?,
            name: words.next()?.to_owned(),
            aliases: words.map(str::to_owned).collect(),
        })
    }
}
