/**
 * A field that is a column of its type's own `select`. Prisma objects have `t.expose` for that; but in a type with
 * a `select` each exposed field asks anew, for every row, whether it was selected, and lists have many rows.
 */
export const plain = <Name extends string>(name: Name) => ({
  resolve: <Value>(row: { readonly [K in Name]: Value }): Value => row[name],
})
