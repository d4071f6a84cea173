import type { TypeOfChangeType } from '@graphql-inspector/core'
import {
  at,
  breaksWho,
  defaultChanged,
  directiveDefaultChanged,
  directiveNarrowed,
  endangersWho,
  inputAdded,
  inputObjectDirectiveAdded,
  inputRemoved,
  inputTypeChanged,
  isBreaking,
  never,
  ownerOf,
  possibleTypeRemoved,
  rootChanged,
  type Rule,
} from './rules.ts'

/** Changes of texts and marks, which change neither requests nor responses. */
const UNNOTICED = {
  FIELD_ARGUMENT_DESCRIPTION_CHANGED: never,
  DIRECTIVE_DESCRIPTION_CHANGED: never,
  DIRECTIVE_ARGUMENT_DESCRIPTION_CHANGED: never,
  ENUM_VALUE_DESCRIPTION_CHANGED: never,
  ENUM_VALUE_DEPRECATION_REASON_CHANGED: never,
  ENUM_VALUE_DEPRECATION_REASON_ADDED: never,
  ENUM_VALUE_DEPRECATION_REASON_REMOVED: never,
  FIELD_DESCRIPTION_CHANGED: never,
  FIELD_DESCRIPTION_ADDED: never,
  FIELD_DESCRIPTION_REMOVED: never,
  FIELD_DEPRECATION_ADDED: never,
  FIELD_DEPRECATION_REMOVED: never,
  FIELD_DEPRECATION_REASON_CHANGED: never,
  FIELD_DEPRECATION_REASON_ADDED: never,
  FIELD_DEPRECATION_REASON_REMOVED: never,
  INPUT_FIELD_DESCRIPTION_ADDED: never,
  INPUT_FIELD_DESCRIPTION_REMOVED: never,
  INPUT_FIELD_DESCRIPTION_CHANGED: never,
  TYPE_DESCRIPTION_CHANGED: never,
  TYPE_DESCRIPTION_REMOVED: never,
  TYPE_DESCRIPTION_ADDED: never,
  DIRECTIVE_USAGE_UNION_MEMBER_ADDED: never,
  DIRECTIVE_USAGE_UNION_MEMBER_REMOVED: never,
  DIRECTIVE_USAGE_ENUM_ADDED: never,
  DIRECTIVE_USAGE_ENUM_REMOVED: never,
  DIRECTIVE_USAGE_ENUM_VALUE_ADDED: never,
  DIRECTIVE_USAGE_ENUM_VALUE_REMOVED: never,
  DIRECTIVE_USAGE_INPUT_OBJECT_REMOVED: never,
  DIRECTIVE_USAGE_FIELD_ADDED: never,
  DIRECTIVE_USAGE_FIELD_REMOVED: never,
  DIRECTIVE_USAGE_SCALAR_ADDED: never,
  DIRECTIVE_USAGE_SCALAR_REMOVED: never,
  DIRECTIVE_USAGE_OBJECT_ADDED: never,
  DIRECTIVE_USAGE_OBJECT_REMOVED: never,
  DIRECTIVE_USAGE_INTERFACE_ADDED: never,
  DIRECTIVE_USAGE_INTERFACE_REMOVED: never,
  DIRECTIVE_USAGE_ARGUMENT_DEFINITION_ADDED: never,
  DIRECTIVE_USAGE_ARGUMENT_DEFINITION_REMOVED: never,
  DIRECTIVE_USAGE_SCHEMA_ADDED: never,
  DIRECTIVE_USAGE_SCHEMA_REMOVED: never,
  DIRECTIVE_USAGE_FIELD_DEFINITION_ADDED: never,
  DIRECTIVE_USAGE_FIELD_DEFINITION_REMOVED: never,
  DIRECTIVE_USAGE_INPUT_FIELD_DEFINITION_ADDED: never,
  DIRECTIVE_USAGE_INPUT_FIELD_DEFINITION_REMOVED: never,
  DIRECTIVE_USAGE_ARGUMENT_ADDED: never,
  DIRECTIVE_USAGE_ARGUMENT_REMOVED: never,
} as const satisfies Partial<Record<TypeOfChangeType, Rule>>

/**
 * The verdict on each kind of change of the comparison, for a client with known usage. A change concerns clients that
 * send (arguments, input fields, enum values as input), that receive (fields, enums, possible types), or that name
 * (types, directives). A change without effect on any operation is safe. A missing kind does not compile.
 */
export const RULES: Readonly<Record<TypeOfChangeType, Rule>> = {
  // Fields: clients that select them.
  FIELD_REMOVED: breaksWho(({ fields }, change) => fields.has(at(change))),
  FIELD_TYPE_CHANGED: breaksWho(({ fields }, change) => fields.has(at(change)) && isBreaking(change)),
  FIELD_ADDED: never,

  // Arguments: clients that give them, or leave them out; for a new one, clients that select the field.
  FIELD_ARGUMENT_ADDED: inputAdded,
  FIELD_ARGUMENT_REMOVED: inputRemoved,
  FIELD_ARGUMENT_TYPE_CHANGED: inputTypeChanged,
  FIELD_ARGUMENT_DEFAULT_CHANGED: defaultChanged,

  // Input fields: clients that may hold the input object in a variable, or that write it out.
  INPUT_FIELD_ADDED: inputAdded,
  INPUT_FIELD_REMOVED: inputRemoved,
  INPUT_FIELD_TYPE_CHANGED: inputTypeChanged,
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: defaultChanged,
  DIRECTIVE_USAGE_INPUT_OBJECT_ADDED: inputObjectDirectiveAdded,

  // Enum values: clients that may send one, and clients that may get one.
  ENUM_VALUE_REMOVED: breaksWho(
    ({ received, held, literals }, change) =>
      literals.has(at(change)) || held.has(ownerOf(at(change))) || received.has(ownerOf(at(change))),
  ),
  ENUM_VALUE_ADDED: endangersWho(({ received }, change) => received.has(ownerOf(at(change)))),

  // Possible types: clients that spread on one that is no longer possible, and clients that get a new one.
  UNION_MEMBER_REMOVED: possibleTypeRemoved(({ meta }) => [meta.unionName, meta.removedUnionMemberTypeName]),
  UNION_MEMBER_ADDED: endangersWho(({ abstract }, { meta }) => abstract.has(meta.unionName)),
  OBJECT_TYPE_INTERFACE_REMOVED: possibleTypeRemoved(({ meta }) => [
    meta.removedInterfaceName,
    meta.objectTypeName,
  ]),
  OBJECT_TYPE_INTERFACE_ADDED: endangersWho(({ abstract }, { meta }) =>
    abstract.has(meta.addedInterfaceName),
  ),

  // Types: clients that name them, or get their names.
  TYPE_REMOVED: breaksWho(({ types }, change) => types.has(at(change))),
  TYPE_KIND_CHANGED: breaksWho(({ types, held }, change) => types.has(at(change)) || held.has(at(change))),
  TYPE_ADDED: never,
  SCHEMA_QUERY_TYPE_CHANGED: rootChanged('query'),
  SCHEMA_MUTATION_TYPE_CHANGED: rootChanged('mutation'),
  SCHEMA_SUBSCRIPTION_TYPE_CHANGED: rootChanged('subscription'),

  // Directives that operations may have: clients that use them.
  DIRECTIVE_REMOVED: directiveNarrowed,
  DIRECTIVE_LOCATION_REMOVED: directiveNarrowed,
  DIRECTIVE_ARGUMENT_ADDED: directiveNarrowed,
  DIRECTIVE_ARGUMENT_REMOVED: directiveNarrowed,
  DIRECTIVE_ARGUMENT_TYPE_CHANGED: directiveNarrowed,
  DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED: directiveDefaultChanged,
  DIRECTIVE_REPEATABLE_REMOVED: directiveNarrowed,
  DIRECTIVE_ADDED: never,
  DIRECTIVE_LOCATION_ADDED: never,
  DIRECTIVE_REPEATABLE_ADDED: never,

  ...UNNOTICED,
}
