/** How graphql-js ends a complaint about a name that is close to one of the schema's. */
const HINT = / ?Did you mean [^?]*\?$/

/** An error message without suggested names, which would reveal parts of the schema. */
export const withoutHint = (message: string): string => message.replace(HINT, '')
