/** The processes of one part: the first has the part's name, the others a number behind it. */
export const replicasOf = (part: string, replicas: number): readonly string[] =>
  Array.from({ length: replicas }, (_, at) => (at === 0 ? part : `${part}-${at + 1}`))
