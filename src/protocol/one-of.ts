/**
 * Valibot's `variant` for content scripts, in an eighth of its code, which would stand in every messenger's page: a
 * message is parsed by the one schema that bears its tag, or else by the first, which it then does not fit.
 */
import * as v from 'valibot';

type Tag = string | boolean;
type Tagged<Key extends string> = v.GenericSchema & {
  readonly entries: { readonly [K in Key]: { readonly literal: Tag } };
};

/** @param key where the tag stands */
export function oneOf<
  const Key extends string,
  const Schemas extends readonly [Tagged<Key>, ...Tagged<Key>[]],
>(key: Key, schemas: Schemas): v.GenericSchema<v.InferOutput<Schemas[number]>> {
  const byTag = new Map<unknown, Schemas[number]>(
    schemas.map((schema) => [schema.entries[key].literal, schema]),
  );
  const chosen = (message: unknown) => byTag.get(Object(message)[key]) ?? schemas[0];
  return v.lazy(chosen);
}
