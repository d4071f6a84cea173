-- What was finalised stands as it was signed: the goals with their assessment too, and the hours that it gave. Nor is
-- anything moved to or from it.
CREATE OR REPLACE FUNCTION refuse_finalised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM conversation WHERE status = 'FINALISED'
             AND id IN (NEW.conversation_id, OLD.conversation_id)) THEN
    RAISE EXCEPTION 'the conversation is finalised';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER finalised BEFORE INSERT OR UPDATE OR DELETE ON "conversation_goal"
  FOR EACH ROW EXECUTE FUNCTION refuse_finalised();
CREATE TRIGGER finalised BEFORE UPDATE OR DELETE ON "guidance_entry"
  FOR EACH ROW WHEN (OLD.conversation_id IS NOT NULL) EXECUTE FUNCTION refuse_finalised();
