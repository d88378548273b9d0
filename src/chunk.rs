//! Marks where a chunk begins: code that the first view can do without and that comes in a file of
//! its own.

/// A function that fetches the chunk that it names, then hands out `$value`, through which the rest
/// of the chunk is reached; `cargo xtask build` cuts out all that only such functions lead to.
/// Without the feature `chunks`, as in tests, everything is there from the start.
macro_rules! chunk {
    ($(#[$about:meta])* $visibility:vis fn $name:ident() -> $code:ty, in $chunk:ident { $value:expr }) => {
        $(#[$about])*
        #[cfg(feature = "chunks")]
        #[leptos::wasm_split::wasm_split($chunk, wasm_split_path = ::leptos::wasm_split, fallible)]
        $visibility fn $name() -> Result<$code, leptos::wasm_split::SplitLoaderError> {
            Ok($value)
        }

        $(#[$about])*
        #[cfg(not(feature = "chunks"))]
        $visibility fn $name()
        -> std::future::Ready<Result<$code, leptos::wasm_split::SplitLoaderError>> {
            std::future::ready(Ok($value))
        }
    };
}

pub(crate) use chunk;
