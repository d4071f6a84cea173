# One image for every process; docker-compose.yml says which one a container is.
FROM node:24-slim
WORKDIR /app
ENV TURBO_TELEMETRY_DISABLED=1
COPY . .
RUN npm ci && npm run generate && npx turbo run build --filter=@kompetanse/web --output-logs=errors-only
# The processes write to /keys and /files alone.
RUN mkdir /keys /files && chown node:node /keys /files
USER node
ENV HOST=0.0.0.0 KEYS_DIR=/keys FILES_DIR=/files
ENTRYPOINT ["node", "dev/src/container.ts"]
