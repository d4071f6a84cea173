import { getNamedType, isInputObjectType, type GraphQLSchema } from 'graphql'

const TOLD = /at most ([\d,]+)(?: characters)?, (?:or )?TEXT_TOO_LONG/i

/** By the coordinate of an input's field, the most characters of its text where it takes fewer than others: the graph's descriptions say so. */
export const textLimitsOf = (schema: GraphQLSchema): Record<string, number> =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isInputObjectType)
      .flatMap((input) =>
        Object.values(input.getFields()).flatMap(({ name, type, description }) => {
          const told = TOLD.exec(description ?? '')?.[1]
          return told && getNamedType(type).name === 'String'
            ? [[`${input.name}.${name}`, Number(told.replaceAll(',', ''))]]
            : []
        }),
      ),
  )
