/** Reading small files of JSON that programs of this project have written. */

/**
 * The members with these names, which may be deeper down: `secretKeys.default`.
 * @throws SyntaxError where it is no JSON; Error where one of them is no text
 */
export function textsOf<const Name extends string>(
  json: string,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const value: unknown = JSON.parse(json);
  return Object.fromEntries(names.map((name) => {
    const member = name.split('.').reduce<unknown>((part, key) => Object(part)[key], value);
    if (typeof member !== 'string') throw new Error(`it has no ${name}`);
    return [name, member];
  })) as Record<Name, string>;
}
