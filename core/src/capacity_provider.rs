//! A capacity provider with its share of the tasks, as an option names it.

/// A capacity provider of a strategy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapacityProvider {
    /// Its name.
    pub name: String,
    /// Its share of the tasks, 0 to 1000.
    pub weight: Option<u16>,
    /// How many tasks it runs before the weights count, 0 to 100000.
    pub base: Option<u32>,
}

impl CapacityProvider {
    /// Reads `NAME[=WEIGHT[,BASE]]`; a weight is 0 to 1000, a base 0 to 100000. Source:
    /// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html>
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, share) = match text.split_once('=') {
            Some((name, share)) => (name, Some(share)),
            None => (text, None),
        };
        let (weight, base) = match share.and_then(|share| share.split_once(',')) {
            Some((weight, base)) => (Some(weight), Some(base)),
            None => (share, None),
        };
        let weight: Option<u16> = weight.map(str::parse).transpose().ok()?;
        let base: Option<u32> = base.map(str::parse).transpose().ok()?;
        let is_valid = !name.is_empty()
            && weight.is_none_or(|weight| weight <= 1000)
            && base.is_none_or(|base| base <= 100_000);
        is_valid.then(|| CapacityProvider {
            name: name.to_owned(),
            weight,
            base,
        })
    }

    /// Whether it is one of Fargate's own, `FARGATE` and `FARGATE_SPOT`.
    #[must_use]
    pub fn is_fargate(&self) -> bool {
        self.name.starts_with("FARGATE")
    }
}
