import pg from 'pg'

export interface Place {
  readonly url: string
  /** Where what is named without a schema is looked for. */
  readonly schema?: string
}

/**
 * Does some work on a connection of its own, closed when the work ends. That it was lost on the way is an error of the query
 * that waits for it.
 */
export async function withClient<Result>(
  place: string | Place,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const { url, schema }: Place = typeof place === 'string' ? { url: place } : place
  const options = schema === undefined ? {} : { options: `-c search_path=${schema}` }
  const client = new pg.Client({ connectionString: url, ...options })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
  }
}
