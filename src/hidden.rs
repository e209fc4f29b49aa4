//! Which characters act on a terminal, hide, or turn the text beside them.

/// Whether a terminal may act on a character, or it hides or reorders text, wherever it stands.
pub(crate) fn is_unsafe(c: char) -> bool {
    c > '~' && (c.is_control() || c == '\u{200b}' || is_hidden(c)) || c < ' '
}

/// Characters without a shape that no real text needs: the overrides, embeddings and
/// isolates of the bidirectional algorithm, and what Unicode lets a program ignore
/// (`Default_Ignorable_Code_Point`), apart from joiners, marks and selectors.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{115f}'..='\u{1160}'       // Hangul fillers
        | '\u{180e}'                  // Mongolian vowel separator
        | '\u{2028}'..='\u{2029}'     // line and paragraph separators
        | '\u{202a}'..='\u{202e}'     // embeddings and overrides
        | '\u{2060}'..='\u{206f}'     // word joiner, invisible operators, isolates, shaping
        | '\u{3164}' | '\u{ffa0}'     // Hangul fillers
        | '\u{feff}'                  // byte-order mark
        | '\u{fff0}'..='\u{fffb}'     // unassigned ignorables, interlinear annotations
        | '\u{1bca0}'..='\u{1bca3}'   // shorthand controls
        | '\u{1d173}'..='\u{1d17a}'   // musical controls
        | '\u{e0000}'..='\u{e00ff}'   // tags
        | '\u{e01f0}'..='\u{e0fff}'   // unassigned ignorables
    )
}
