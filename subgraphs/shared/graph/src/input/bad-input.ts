import { GraphQLError } from 'graphql'

/**
 * A refusal of what was sent, code BAD_USER_INPUT. `argument` is its path in the field's arguments, with points
 * between: `filter.search`, `input.rows.2.id`.
 */
export const badInput = (argument: string, fault: string, more: Record<string, unknown> = {}) =>
  new GraphQLError(`\`${argument}\` ${fault}`, {
    extensions: { code: 'BAD_USER_INPUT', argument, ...more },
  })
