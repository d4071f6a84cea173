import type { GraphContext } from './context.ts'

/**
 * What people wrote or attached in a trainee's record is its content. To see the record is not to read it (B32): a text
 * is null, and a list is empty, to who may not read. Each field that gives content carries one of these marks, and a test
 * over the schema knows every text that carries none, and why.
 */
export type ContentMark = 'GUARDED' | 'WITHIN' | 'SEEN'

const marked = (content: ContentMark) => ({ extensions: { content } }) as const

/** The mark of a field that asks by itself whether the actor may read: a text, or a list by its own query. */
export const CONTENT = marked('GUARDED')

/** The mark of a text of a type that only guarded fields lead to. */
export const WITHIN_CONTENT = marked('WITHIN')

/** The mark of a text of what is seen by those alone who may read it: a conversation, a service period. */
export const SEEN_IS_READ = marked('SEEN')

/** Whether the actor may read what a row says. */
export type MayRead<Row> = (row: Row, context: GraphContext) => Promise<boolean>

/**
 * Makes the fields that are texts of a type, each a column of the type's own `select`. Whoever may read what, everybody
 * reads their own words. `const text = contentOf(mayRead)`, `comment: t.string(text('comment'))`
 */
export const contentOf =
  <Row>(mayRead: MayRead<Row>, authorOf: (row: Row) => string | null = () => null) =>
  <Name extends string>(name: Name) => ({
    ...CONTENT,
    nullable: true as const,
    description: 'Null when nothing was written, and to who may not read it.',
    resolve: async (
      row: Row & { readonly [K in Name]: string | null },
      _args: object,
      context: GraphContext,
    ): Promise<string | null> =>
      row[name] !== null && (authorOf(row) === context.actor.personId || (await mayRead(row, context)))
        ? row[name]
        : null,
  })
