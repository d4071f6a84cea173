import type { DefinitionNode, DocumentNode } from 'graphql'

const nameOf = (definition: DefinitionNode): string =>
  'name' in definition && definition.name ? definition.name.value : ''

/** Operations before fragments. */
const placeOf = (definition: DefinitionNode): string =>
  `${definition.kind === 'FragmentDefinition' ? 1 : 0} ${nameOf(definition)}`

/** Its operations, then its fragments, each by name: in whichever order they were gathered, it is the same document. */
export const inOneOrder = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: [...document.definitions].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
})
