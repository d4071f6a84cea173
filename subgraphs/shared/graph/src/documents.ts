import { nestsTooDeeply } from '@kompetanse/schema/nesting'
import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql'

export type Prepared = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] }

const LIMIT = 1_000

/**
 * Parses and validates each text once, for what Apollo Server does not run: after a gateway's restart come thousands of
 * subscriptions with the same few texts.
 */
export function createDocuments(schema: GraphQLSchema): (text: string) => Prepared {
  const known = new Map<string, Prepared>()
  return (text) => {
    const had = known.get(text)
    if (had) return had
    const prepared = prepare(schema, text)
    if (known.size >= LIMIT) known.delete(known.keys().next().value as string)
    known.set(text, prepared)
    return prepared
  }
}

const tooDeep = () =>
  new GraphQLError('brackets nest too deeply', { extensions: { code: 'DOCUMENT_TOO_DEEP' } })

function prepare(schema: GraphQLSchema, text: string): Prepared {
  if (nestsTooDeeply(text)) return { errors: [tooDeep()] }
  try {
    const document = parse(text, { noLocation: false })
    const errors = validate(schema, document)
    return errors.length ? { errors } : { document }
  } catch (error) {
    return { errors: [error as GraphQLError] }
  }
}
