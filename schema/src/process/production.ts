type Environment = Readonly<Record<string, string | undefined>>

/**
 * Whether this process serves people: NODE_ENV is neither `development` nor `test`. Where it is forgotten, `otherwise`
 * holds. The one place that reads NODE_ENV: in production the graph does not explain itself.
 */
export const isProduction = (env: Environment = process.env, otherwise = 'production'): boolean =>
  !['development', 'test'].includes(env['NODE_ENV'] || otherwise)
