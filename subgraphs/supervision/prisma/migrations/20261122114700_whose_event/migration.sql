-- Whose conversation an event is of: the lists of the two follow their own.
ALTER TABLE "conversation_event" ADD COLUMN "trainee_id" UUID, ADD COLUMN "mentor_id" UUID;
UPDATE "conversation_event" e SET "trainee_id" = c."trainee_id", "mentor_id" = c."mentor_id"
FROM "conversation" c WHERE c."id" = e."conversation_id";
ALTER TABLE "conversation_event" ALTER COLUMN "trainee_id" SET NOT NULL, ALTER COLUMN "mentor_id" SET NOT NULL;
