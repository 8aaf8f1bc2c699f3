ALTER TABLE "tickets" ADD COLUMN "session_id" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tickets_person_id" ON "tickets" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tickets_session" ON "tickets" USING btree ("session_id");