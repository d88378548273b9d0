//! Parses bodies with the browser's JSON parser and converts them to the contract's types.
//!
//! `serde_json` would add a second parser with an error text for every mistake. They are not
//! needed, because malformed bodies are reported without details anyway.

use std::slice;

use js_sys::{Array, JSON, Number, Reflect};
use serde::{
    Deserializer, Serialize,
    de::{
        DeserializeOwned, DeserializeSeed, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess,
        Visitor, value::StrDeserializer,
    },
    forward_to_deserialize_any,
};
use wasm_bindgen::JsValue;

use super::malformed::Malformed;

/// Parses a body.
pub(super) fn read<T: DeserializeOwned>(body: &str) -> Result<T, Malformed> {
    T::deserialize(Value(JSON::parse(body).map_err(|_| Malformed)?))
}

/// Parses a text that [`text`] wrote, possibly long ago. Ignores unknown fields. Returns `None` if
/// the text is not JSON of this type.
pub fn from_text<T: DeserializeOwned>(text: &str) -> Option<T> {
    read(text).ok()
}

/// A value of a parsed body.
struct Value(JsValue);

impl Value {
    /// Returns the value as a non-negative integer. Numbers in JSON are exact up to 2^53.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast is exact, because other numbers are rejected first"
    )]
    fn whole_number(&self) -> Result<u64, Malformed> {
        let number = self.0.as_f64().ok_or(Malformed)?;
        let is_exact = Number::is_safe_integer(&self.0) && number >= 0.0;
        is_exact.then_some(number as u64).ok_or(Malformed)
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Malformed;

    /// Fails. The contract's types always name the type that they expect.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Malformed> {
        Err(Malformed)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_bool(self.0.as_bool().ok_or(Malformed)?)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_u64(self.whole_number()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_u64(self.whole_number()?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_u64(self.whole_number()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        visitor.visit_string(self.0.as_string().ok_or(Malformed)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        let is_none = self.0.is_null() || self.0.is_undefined();
        if is_none { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        if !Array::is_array(&self.0) {
            return Err(Malformed);
        }
        visitor.visit_seq(Items { array: Array::from(&self.0), next: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        if !self.0.is_object() {
            return Err(Malformed);
        }
        visitor.visit_seq(Fields { object: self.0, names: fields.iter() })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        visitor.visit_enum(Word(self.0.as_string().ok_or(Malformed)?))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u128 f32 f64 char bytes byte_buf unit unit_struct tuple
        tuple_struct map identifier ignored_any
    }
}

struct Items {
    array: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Malformed;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Malformed> {
        if self.next >= self.array.length() {
            return Ok(None);
        }
        let item = self.array.get(self.next);
        self.next += 1;
        seed.deserialize(Value(item)).map(Some)
    }
}

/// The fields of a type, in their order. Other fields of the object are ignored.
struct Fields {
    object: JsValue,
    names: slice::Iter<'static, &'static str>,
}

/// A sequence of fields needs less code than a map from names to values.
impl<'de> SeqAccess<'de> for Fields {
    type Error = Malformed;

    /// Returns `None` for an absent field, which then gets its default value, or is an error if it
    /// has none.
    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Malformed> {
        let Some(name) = self.names.next() else { return Ok(None) };
        let value = Reflect::get(&self.object, &(*name).into()).map_err(|_| Malformed)?;
        let is_absent = value.is_undefined();
        match seed.deserialize(Value(value)) {
            Err(Malformed) if is_absent => Ok(None),
            field => field.map(Some),
        }
    }
}

/// The name of an enum variant. The contract's variants carry no data.
struct Word(String);

impl<'de> EnumAccess<'de> for Word {
    type Error = Malformed;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Malformed> {
        let word: StrDeserializer<'_, Malformed> = self.0.as_str().into_deserializer();
        Ok((seed.deserialize(word)?, self))
    }
}

impl<'de> VariantAccess<'de> for Word {
    type Error = Malformed;

    fn unit_variant(self) -> Result<(), Malformed> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Malformed> {
        Err(Malformed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Malformed> {
        Err(Malformed)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Malformed> {
        Err(Malformed)
    }
}

/// Returns a value as JSON. Writing the portal's own types cannot fail.
pub fn text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
