-- A preparation is its author's until they share it (B32), and what was shared once stays so.
ALTER TABLE "conversation_text" ADD COLUMN "shared_at" TIMESTAMPTZ(3);
ALTER TABLE "conversation_text" ADD CONSTRAINT "preparations_alone_are_shared"
    CHECK ("shared_at" IS NULL OR "part" IN ('TRAINEE_PREPARATION', 'MENTOR_PREPARATION'));
CREATE FUNCTION refuse_to_unshare() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was shared stays so';
END $$;
CREATE TRIGGER shared_once BEFORE UPDATE ON "conversation_text" FOR EACH ROW
  WHEN (OLD.shared_at IS NOT NULL AND NEW.shared_at IS DISTINCT FROM OLD.shared_at)
  EXECUTE FUNCTION refuse_to_unshare();
