//! Shares in percent.

/// A share, 0 to 1, in percent, rounded down to so many decimals: what is shown never reaches what the
/// share does not.
pub(crate) fn rounded_down(share: f64, decimals: usize) -> f64 {
    let scale = (0..decimals).fold(1.0, |scale, _| 10.0 * scale);
    // A hair more than the share, so that .29 is 29 %.
    (share * 100.0 * scale + 1e-9).floor() / scale
}
