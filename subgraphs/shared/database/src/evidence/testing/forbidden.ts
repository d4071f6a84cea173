import { isDigestName } from '@kompetanse/schema/testing/digest-names'
import type { Column, Table } from './tables.ts'

/** What the owner of a table may do to it by nature; who serves may not. */
const STRUCTURE = (table: string) => [
  `ALTER TABLE ${table} DISABLE TRIGGER USER`,
  `ALTER TABLE ${table} ADD other int`,
  `DROP TABLE ${table} CASCADE`,
]

/** Every statement that would change, remove, swap or forge what is signed in a table; made from its columns. */
export function forbidden(table: Table, { owner }: { readonly owner: boolean }): readonly string[] {
  const { relation, columns } = table
  return [
    ...columns.flatMap((column) => changes(relation, column)),
    ...(columns.length > 1 ? [swap(table)] : []),
    `DELETE FROM ${relation}`,
    `TRUNCATE ${relation} CASCADE`,
    copy(table),
    ...(owner ? [] : STRUCTURE(relation)),
  ]
}

function changes(table: string, { name, nullable, ...column }: Column): readonly string[] {
  const quoted = `"${name}"`
  const other = `UPDATE ${table} SET ${quoted} = ${another(quoted, column)}`
  return nullable ? [other, `UPDATE ${table} SET ${quoted} = NULL WHERE ${quoted} IS NOT NULL`] : [other]
}

/** Another value that the column's type, and what it refers to, would let in. */
function another(quoted: string, { type, kind, refers }: Omit<Column, 'name' | 'nullable'>): string {
  if (refers) return `(SELECT id FROM ${refers} other WHERE other.id IS DISTINCT FROM ${quoted} LIMIT 1)`
  if (kind === 'e')
    return `(SELECT e FROM unnest(enum_range(NULL::${type})) e WHERE e IS DISTINCT FROM ${quoted} LIMIT 1)`
  if (kind === 'A') return `${quoted} || ${quoted} || '{x}'`
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'text') return `coalesce(${quoted}, '') || 'x'`
  if (type === 'integer' || type === 'bigint') return `coalesce(${quoted}, 0) + 1`
  if (type === 'date') return `coalesce(${quoted}, current_date) + 1`
  if (type.startsWith('timestamp')) return `coalesce(${quoted}, now()) + interval '1 day'`
  if (type === 'boolean') return `NOT ${quoted}`
  if (type === 'bytea') return `${quoted} || '\\x00'`
  if (type === 'jsonb') return `'{"another": 1}'`
  if (type === 'xid8') return `'1'`
  throw new Error(`what is another ${type}?`)
}

/** Two rows get each other's digest, or what else says what they are. */
function swap({ relation, columns }: Table): string {
  const swapped = columns.find((column) => isDigestName(column.name)) ?? columns.at(-1)
  const quoted = `"${swapped?.name}"`
  return `UPDATE ${relation} one SET ${quoted} = other.${quoted} FROM ${relation} other
    WHERE one.ctid <> other.ctid AND one.${quoted} IS DISTINCT FROM other.${quoted}`
}

/** A forged row beside the true one. */
const copy = ({ relation, columns }: Table) =>
  `INSERT INTO ${relation} SELECT (jsonb_populate_record(true_one, ${
    columns.some((column) => column.name === 'id') ? "jsonb_build_object('id', gen_random_uuid())" : "'{}'"
  })).* FROM ${relation} true_one`
