/** How graphql-js ends a complaint about a name that is close to one of the schema's. */
const HINT = / ?Did you mean [^?]*\?$/

/** A complaint without the names that may have been meant: who does not know the schema would read it out of them. */
export const withoutHint = (message: string): string => message.replace(HINT, '')
