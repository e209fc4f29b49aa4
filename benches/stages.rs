//! How long each stage takes, on the fixtures and on news that nobody wrote.

mod generate;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};
use wirediff::align::{AlignOptions, align};
use wirediff::layout::{LayoutMode, LayoutOptions, Marks, Only, lay_out};
use wirediff::load::{LoadOptions, decode};
use wirediff::model::{Article, Lang, Span};
use wirediff::render::terminal;
use wirediff::theme::Theme;
use wirediff::{split, words};

const OPTIONS: LayoutOptions = LayoutOptions {
    width: 120,
    mode: LayoutMode::Auto,
    only: Only::ALL,
    marks: Marks::WDIFF,
    ..LayoutOptions::DEFAULT
};

/// A name and the texts of some articles.
type Input = (String, Vec<String>);

/// Two reports from the fixtures, generated versions of one text in 1,000, 10,000 and 100,000
/// sentences, reports of the same events in 10,000, and twenty articles about one event.
fn inputs() -> Vec<Input> {
    let events = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/events");
    let fixture = |name: &str| fs::read_to_string(events.join(name)).unwrap_or_default();
    let mut inputs = vec![(
        "fixtures".to_owned(),
        vec![fixture("ferry/wire.txt"), fixture("ferry/herald.txt")],
    )];
    for sentences in [1_000, 10_000, 100_000] {
        let (left, right) = generate::near(1, sentences);
        inputs.push((sentences.to_string(), vec![left, right]));
    }
    let (left, right) = generate::far(1, 10_000);
    inputs.push(("10000 apart".to_owned(), vec![left, right]));
    let reports = generate::reports(1, 20, 40);
    let texts = reports.iter().map(|report| generate::text(report));
    inputs.push(("20 articles".to_owned(), texts.collect()));
    inputs
}

fn split_all(texts: &[String]) -> Vec<Article> {
    let split =
        |text: &String| split::article("bench".to_owned(), text.clone(), Some(Lang::English));
    texts.iter().map(split).collect()
}

fn stages(criterion: &mut Criterion) {
    for (name, texts) in inputs() {
        let articles = split_all(&texts);
        let alignment = align(&articles, &AlignOptions::default());
        let bytes: usize = texts.iter().map(String::len).sum();
        let mut group = criterion.benchmark_group("stage");
        group.throughput(Throughput::Bytes(bytes as u64));
        if bytes > 1 << 20 {
            group.sample_size(10);
        }
        group.bench_function(BenchmarkId::new("load", &name), |bencher| {
            bencher.iter_batched(
                || texts.clone(),
                |texts| {
                    let decode = |text: String| {
                        decode(String::new(), text.into_bytes(), &LoadOptions::default())
                    };
                    texts.into_iter().map(decode).collect::<Vec<_>>()
                },
                BatchSize::LargeInput,
            );
        });
        group.bench_function(BenchmarkId::new("split", &name), |bencher| {
            bencher.iter(|| split_all(black_box(&texts)));
        });
        group.bench_function(BenchmarkId::new("words", &name), |bencher| {
            bencher.iter(|| {
                let mut found = Vec::new();
                for text in &texts {
                    words::spans(text, Span::from(0..text.len()), &mut found);
                }
                found.len()
            });
        });
        group.bench_function(BenchmarkId::new("align", &name), |bencher| {
            bencher.iter(|| align(black_box(&articles), &AlignOptions::default()));
        });
        group.bench_function(BenchmarkId::new("layout", &name), |bencher| {
            bencher.iter(|| {
                lay_out(&articles, black_box(&alignment), &OPTIONS)
                    .rows()
                    .count()
            });
        });
        group.bench_function(BenchmarkId::new("render", &name), |bencher| {
            bencher.iter(|| {
                let screen = lay_out(&articles, black_box(&alignment), &OPTIONS);
                terminal::write_body(
                    &mut std::io::sink(),
                    &screen,
                    Theme::PLAIN,
                    &terminal::NO_LINKS,
                )
            });
        });
        group.finish();
    }
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    stages(&mut criterion);
    criterion.final_summary();
}
