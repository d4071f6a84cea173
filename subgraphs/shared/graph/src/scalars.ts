import { SPECIFICATIONS } from '@kompetanse/schema/scalars'
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'

const refuse = (name: string): never => {
  throw new GraphQLError(`not a ${name}`, { extensions: { code: 'BAD_USER_INPUT' } })
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** Nobody of today means a day before this one, and the database has no year 0000. */
const EARLIEST = '1900-01-01'

/** A calendar day as text `YYYY-MM-DD`; a day that no month has is refused, and one of another age. */
function toDay(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'string' || !DAY.test(value) || value < EARLIEST) return refuse('Date')
  return isDay(value) ? value : refuse('Date')
}

/** Whether a month has this day: 30 February is not 2 March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

function toInstant(value: unknown): Date {
  if (typeof value !== 'string' || !INSTANT.test(value) || !isDay(value.slice(0, 10)))
    return refuse('DateTime')
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? refuse('DateTime') : date
}

const literal =
  <T>(read: (value: unknown) => T) =>
  (node: ValueNode) =>
    read(node.kind === Kind.STRING ? node.value : null)

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'ISO 8601 calendar date, from 1900 on; days begin and end in Europe/Oslo.',
  specifiedByURL: SPECIFICATIONS.Date,
  serialize: toDay,
  parseValue: toDay,
  parseLiteral: literal(toDay),
})

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'ISO 8601 instant, UTC on the wire.',
  specifiedByURL: SPECIFICATIONS.DateTime,
  serialize: (value) => (value instanceof Date ? value.toISOString() : refuse('DateTime')),
  parseValue: toInstant,
  parseLiteral: literal(toInstant),
})

export const UrlScalar = new GraphQLScalarType<string, string>({
  name: 'URL',
  description: 'An address: of another site in full, of this site from its path on.',
  specifiedByURL: SPECIFICATIONS.URL,
  serialize: String,
  parseValue: (value) => (typeof value === 'string' ? value : refuse('URL')),
})
