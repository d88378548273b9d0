//! Marks the entry points of lazy chunks: code that the first view does not need and that is
//! downloaded as a separate file.

/// Defines a function that fetches the named chunk and returns `$value`, which gives access to the
/// rest of the chunk. `cargo xtask build` moves all code that is reachable only through such
/// functions into the chunk. Without the feature `chunks`, for example in tests, all code is loaded
/// from the start.
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
