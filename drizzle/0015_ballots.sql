CREATE TABLE "heat_places" (
	"round_id" text NOT NULL,
	"position" integer NOT NULL,
	"candidate_id" text NOT NULL,
	"x" smallint NOT NULL,
	"y" smallint NOT NULL,
	"dots" smallint NOT NULL,
	CONSTRAINT "heat_places_round_id_position_pk" PRIMARY KEY("round_id","position")
);
--> statement-breakpoint
CREATE TABLE "spots" (
	"round_id" text NOT NULL,
	"member_id" text NOT NULL,
	"candidate_id" text NOT NULL,
	"spot" smallint NOT NULL,
	"x" smallint NOT NULL,
	"y" smallint NOT NULL,
	CONSTRAINT "spots_round_id_member_id_candidate_id_spot_pk" PRIMARY KEY("round_id","member_id","candidate_id","spot"),
	CONSTRAINT "spots_place" CHECK ("spots"."x" between 0 and 1000 and "spots"."y" between 0 and 10000)
);
--> statement-breakpoint
ALTER TABLE "dots" DROP CONSTRAINT "dots_stack";--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "exhibit" jsonb;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "choice" text;--> statement-breakpoint
ALTER TABLE "dots" ADD COLUMN "spot" smallint;--> statement-breakpoint
ALTER TABLE "dots" ADD COLUMN "part" smallint;--> statement-breakpoint
ALTER TABLE "dots" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "way" text DEFAULT 'candidate' NOT NULL;--> statement-breakpoint
ALTER TABLE "heat_places" ADD CONSTRAINT "heat_places_candidate" FOREIGN KEY ("round_id","candidate_id") REFERENCES "public"."candidates"("round_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spots" ADD CONSTRAINT "spots_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spots" ADD CONSTRAINT "spots_candidate" FOREIGN KEY ("round_id","candidate_id") REFERENCES "public"."candidates"("round_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dots" ADD CONSTRAINT "dots_spot" FOREIGN KEY ("round_id","member_id","candidate_id","spot") REFERENCES "public"."spots"("round_id","member_id","candidate_id","spot") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "dots_stack" ON "dots" USING btree ("round_id","member_id","candidate_id",coalesce("spot", 0),"stack_no");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_choice" CHECK ("decisions"."choice" in ('all-in-one', 'rumble'));--> statement-breakpoint
ALTER TABLE "dots" ADD CONSTRAINT "dots_about_placed" CHECK ("dots"."candidate_id" is not null or ("dots"."spot" is null and "dots"."part" is null and "dots"."reason" is null));--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_way" CHECK ("rounds"."way" in ('candidate', 'spot', 'reasoned', 'binding'));