//! News that nobody wrote, from a seed: the same on every machine, with the lengths of words
//! and sentences, the common words, the names and the marks of real reports.

/// The words that are most frequent in any English text, from the most frequent on.
const COMMON: &[&str] = &[
    "the", "of", "to", "and", "a", "in", "that", "for", "on", "was", "is", "with", "by", "he",
    "at", "it", "from", "as", "his", "be", "an", "were", "are", "which", "this", "had", "or",
    "has", "but", "not", "they", "have", "who", "their", "its", "after", "more", "than", "been",
    "will", "would", "said", "also", "when", "there", "all", "we", "over", "into", "between",
];
const ONSETS: &[&str] = &[
    "b", "br", "c", "ch", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p",
    "pl", "pr", "r", "s", "sh", "sl", "st", "str", "t", "th", "tr", "v", "w",
];
const RIMES: &[&str] = &[
    "a", "ain", "al", "an", "ar", "e", "ead", "el", "en", "er", "est", "i", "ic", "ight", "il",
    "in", "ing", "o", "oat", "ol", "on", "or", "ound", "u", "ul", "un", "us",
];
const ENDINGS: &[&str] = &["", "", "", "", "s", "ed", "ing", "ly", "ment", "er", "ion"];
/// How many words there are besides the common ones.
const LEXICON: usize = 20_000;
/// One word in so many is a common one.
const COMMON_SHARE: (u64, u64) = (9, 20);
/// One sentence in so many stands in both reports of an event.
const SHARED: usize = 10;
/// How many words belong to an event and stand in all reports of it.
const TOPIC: usize = 60;

/// The numbers that all else is drawn from (SplitMix64, Steele et al. 2014).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next()) * limit as u128) >> 64) as usize
    }

    /// Whether something happens that does so `of.0` times in `of.1`.
    pub fn happens(&mut self, of: (u64, u64)) -> bool {
        self.below(of.1 as usize) < of.0 as usize
    }

    /// A number below `limit`; small ones are far likelier, as with the ranks of words.
    fn rank(&mut self, limit: usize) -> usize {
        let part = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((limit as f64 + 1.0).powf(part) - 1.0) as usize % limit
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// Writes sentences of its own words.
pub struct Writer {
    pub random: Random,
    lexicon: Vec<String>,
}

/// The words of which all reports of one event are full, and how they are set.
pub struct Event {
    topic: Vec<usize>,
    /// Whether quotation marks and apostrophes are those of a printer.
    is_typeset: bool,
}

impl Writer {
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let lexicon = (0..LEXICON).map(|_| word(&mut random)).collect();
        Writer { random, lexicon }
    }

    pub fn event(&mut self) -> Event {
        Event {
            topic: (0..TOPIC).map(|_| self.random.below(LEXICON)).collect(),
            is_typeset: self.random.happens((1, 2)),
        }
    }

    /// A sentence of 6 to 34 words, with its full stop and the marks that reports are full of.
    pub fn sentence(&mut self, event: &Event) -> String {
        let count = 6 + self.random.below(15) + self.random.below(15);
        let mut words: Vec<String> = (0..count).map(|_| self.word(event)).collect();
        words[0] = capitalised(&words[0]);
        if self.random.happens((1, 4)) {
            let place = self.random.below(count);
            words[place] = self.detail(event);
        }
        let comma = self.random.below(count - 1);
        if self.random.happens((1, 2)) {
            words[comma].push(',');
        }
        let quotation = self.random.happens((1, 10));
        let text = words.join(" ");
        let end = if self.random.happens((1, 40)) {
            '?'
        } else {
            '.'
        };
        match (quotation, event.is_typeset) {
            (true, false) => format!("\"{text},\" he said."),
            (true, true) => format!("“{text},” he said."),
            (false, _) => format!("{text}{end}"),
        }
    }

    /// A sum, a share, somebody with a title or with what is theirs, a firm, an aside.
    fn detail(&mut self, event: &Event) -> String {
        let number = 1 + self.random.below(100);
        let name = capitalised(&self.topic(event));
        match self.random.below(7) {
            0 => format!("${number} million"),
            1 => format!("{number}%"),
            2 => format!("Mr. {name}"),
            3 => format!("{name} Inc."),
            4 => format!("({} {})", self.word(event), self.word(event)),
            5 => format!("— {} —", self.word(event)),
            _ => format!("{name}{}s", if event.is_typeset { '’' } else { '\'' }),
        }
    }

    fn topic(&mut self, event: &Event) -> String {
        self.lexicon[event.topic[self.random.rank(TOPIC)]].clone()
    }

    fn word(&mut self, event: &Event) -> String {
        if self.random.happens(COMMON_SHARE) {
            let rank = self.random.rank(COMMON.len());
            return COMMON[rank].to_owned();
        }
        match self.random.below(40) {
            0 => (1 + self.random.below(3000)).to_string(),
            1..=3 => capitalised(&self.topic(event)),
            4..=15 => self.topic(event),
            _ => self.lexicon[self.random.rank(LEXICON)].clone(),
        }
    }

    /// The sentences of a report, all different from each other.
    pub fn report(&mut self, event: &Event, sentences: usize) -> Vec<String> {
        (0..sentences).map(|_| self.sentence(event)).collect()
    }

    /// Changes words in `percent` of all places: another word, none, or one more.
    pub fn reword(&mut self, sentences: &mut [String], event: &Event, percent: u64) {
        for sentence in sentences {
            let mut changed: Vec<String> = Vec::new();
            for word in sentence.split(' ') {
                if !self.random.happens((percent, 100)) {
                    changed.push(word.to_owned());
                    continue;
                }
                let new = self.word(event);
                match self.random.below(3) {
                    0 => changed.push(new),
                    1 => changed.extend([word.to_owned(), new]),
                    _ => {}
                }
            }
            // Without a full stop it would run into the next one.
            if changed
                .last()
                .is_none_or(|last| !last.ends_with(['.', '?']))
            {
                changed.push("there.".to_owned());
            }
            *sentence = capitalised(&changed.join(" "));
        }
    }

    /// Moves `per_mille` of the sentences elsewhere.
    pub fn shuffle(&mut self, sentences: &mut [String], per_mille: usize) {
        for _ in 0..sentences.len() * per_mille / 1000 {
            let (from, to) = (
                self.random.below(sentences.len()),
                self.random.below(sentences.len()),
            );
            if from <= to {
                sentences[from..=to].rotate_left(1);
            } else {
                sentences[to..=from].rotate_right(1);
            }
        }
    }
}

/// The sentences as a text, one a line.
pub fn text(sentences: &[String]) -> String {
    sentences.join("\n") + "\n"
}

/// Two versions of one text: `sentences` of them, of which 3 % of words and 1.5 % of sentence
/// positions are changed.
pub fn near(seed: u64, sentences: usize) -> (String, String) {
    pair(seed, sentences, |writer, event, report| {
        let mut version = report.to_vec();
        writer.reword(&mut version, event, 3);
        version
    })
}

/// Two sets of reports of the same events, `sentences` each. A report has a tenth of its
/// sentences from its counterpart, changed as in [`near`]; the rest is its own.
pub fn far(seed: u64, sentences: usize) -> (String, String) {
    pair(seed, sentences, |writer, event, report| {
        let mut other = writer.report(event, report.len());
        let mut kept: Vec<String> = report.iter().step_by(SHARED).cloned().collect();
        writer.reword(&mut kept, event, 3);
        for (place, sentence) in other.iter_mut().step_by(SHARED).zip(kept) {
            *place = sentence;
        }
        other
    })
}

/// Reports of `sentences` in all, and what `counterpart` makes of each, 1.5 % of whose sentence
/// positions are changed.
fn pair(
    seed: u64,
    sentences: usize,
    counterpart: impl Fn(&mut Writer, &Event, &[String]) -> Vec<String>,
) -> (String, String) {
    let mut writer = Writer::new(seed);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    while left.len() < sentences {
        let event = writer.event();
        let count = (sentences - left.len()).min(30);
        let report = writer.report(&event, count);
        right.extend(counterpart(&mut writer, &event, &report));
        left.extend(report);
    }
    writer.shuffle(&mut right, 15);
    (text(&left), text(&right))
}

/// Reports of one event, `sentences` each: of the first one's, every report has some, changed
/// as in [`near`].
pub fn reports(seed: u64, reports: usize, sentences: usize) -> Vec<Vec<String>> {
    let mut writer = Writer::new(seed);
    let event = writer.event();
    let wire = writer.report(&event, sentences);
    let report = |_| {
        let mut report = writer.report(&event, sentences);
        for (own, wired) in report.iter_mut().zip(&wire) {
            if writer.random.happens((1, 2)) {
                own.clone_from(wired);
            }
        }
        writer.reword(&mut report, &event, 3);
        report
    };
    (0..reports).map(report).collect()
}

fn word(random: &mut Random) -> String {
    let mut word = String::new();
    for _ in 0..1 + random.below(3) {
        word.push_str(random.pick(ONSETS));
        word.push_str(random.pick(RIMES));
    }
    word + random.pick(ENDINGS)
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().collect::<String>() + chars.as_str()
    })
}
