/** A kind of answer whose data are right here and, in one case at least, wrong with plain `@apollo/gateway`. */
export interface Better {
  /** As the cases of the executors have it. */
  readonly kind: string
  /** What Apollo's does instead. */
  readonly because: string
  /** The subgraph that has to answer last for Apollo's to be wrong, where that decides. */
  readonly late?: string
}

/** What is better in ours stays better: a kind leaves this list only when Apollo's is right as well. */
export const betterThanApollo: readonly Better[] = [
  {
    kind: 'errors as subgraphs write them',
    because: 'Errors that are no list of objects take the data that came with them.',
  },
  {
    kind: 'null, 0, "" and false are values under a key that the planner renames',
    because: 'Its rename passes over what is falsy.',
  },
  {
    kind: 'the fields of a shared object from one subgraph are kept, whichever is first',
    because: 'A null that comes late takes what another subgraph gave.',
    late: 'a',
  },
  {
    kind: 'the same the other way round',
    because: 'A null that comes late takes what another subgraph gave.',
    late: 'b',
  },
  {
    kind: 'and when it fails',
    because: 'The null of a late failure takes what another subgraph gave.',
    late: 'a',
  },
  {
    kind: 'and when it fails later',
    because: 'The null of a late failure takes what another subgraph gave.',
  },
  {
    kind: 'a null below a shared object takes nothing away',
    because: 'A null that comes late takes what another subgraph gave.',
  },
  {
    kind: 'an introspection field that is selected in several places is merged',
    because: 'It answers the first place alone.',
  },
  {
    kind: 'an input tells whether exactly one of its fields is given',
    because: 'Its planner knows no such field of introspection, and ends the whole execution.',
  },
  {
    kind: 'a field whose nested input is lost has its error, and is not worked out without it',
    because: 'The object around the input is sent as null, and the field worked out of that.',
  },
  {
    kind: 'the error of an input that is not selected is of no other field than the one that needs it',
    because: 'The object around the input is sent as null, and the field worked out of that.',
  },
  {
    kind: 'an alias such as the planner gives is the client’s own',
    because: 'The alias is taken for the planner’s, and the value moved to another name.',
  },
  {
    kind: 'a scalar tells by what it is specified',
    because: 'Composition leaves the directive out, and nobody gives it back.',
  },
  {
    kind: 'malformed data take their own part alone',
    because: 'A list or an object in the place of another ends the whole execution.',
  },
  {
    kind: 'a subgraph that is ahead of the schema',
    because: 'It takes the nullability of a field from the interface, not from the object.',
  },
  {
    kind: 'a number beyond a double at a built-in type',
    because: 'What a subgraph may not give as an Int is handed on, rounded.',
  },
  {
    kind: '@requires is met whatever the conditions of other fields leave out',
    because: 'An input that was left out with its field holds back the whole entity.',
  },
  { kind: 'an alias over a key', because: 'The alias is taken for the key, or the key for the alias.' },
  {
    kind: 'an alias or an argument over an input of @requires',
    because: 'A field gets the value under the alias, or with the client’s arguments.',
  },
  {
    kind: 'An object keeps its own type where a subgraph has its interface as one object',
    because: 'The name of the interface takes the place of the type.',
  },
  {
    kind: 'A condition over fragments holds back only what is below it',
    because: 'The planner forgets the field, or that it means to rename one.',
  },
  {
    kind: 'Objects in a list of lists are brought to the field that requires them',
    because: 'The inner list is taken for an object when the entity is represented.',
  },
]
