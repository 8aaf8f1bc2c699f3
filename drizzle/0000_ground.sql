CREATE TABLE "boards" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"wall" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"round_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"note_ids" text[] NOT NULL,
	"group_label" text,
	"dots" integer,
	CONSTRAINT "candidates_round_id_id_pk" PRIMARY KEY("round_id","id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"step_id" text NOT NULL,
	"round_id" text,
	"candidate_id" text,
	"text" text NOT NULL,
	"reason" text NOT NULL,
	"by_name" text NOT NULL,
	"by_member_id" text,
	"mandate_id" text,
	"on_behalf_of" text,
	"decided_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "dots" (
	"round_id" text NOT NULL,
	"member_id" text NOT NULL,
	"dot_no" smallint NOT NULL,
	"per_candidate" smallint NOT NULL,
	"candidate_id" text,
	"stack_no" smallint,
	CONSTRAINT "dots_round_id_member_id_dot_no_pk" PRIMARY KEY("round_id","member_id","dot_no"),
	CONSTRAINT "dots_stack" UNIQUE("round_id","member_id","candidate_id","stack_no"),
	CONSTRAINT "dots_placed_whole" CHECK (("dots"."candidate_id" is null) = ("dots"."stack_no" is null)),
	CONSTRAINT "dots_stack_bound" CHECK ("dots"."stack_no" is null or "dots"."stack_no" between 1 and "dots"."per_candidate")
);
--> statement-breakpoint
CREATE TABLE "join_links" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"token" text NOT NULL,
	"role" text NOT NULL,
	"decider" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "join_links_token_unique" UNIQUE("token"),
	CONSTRAINT "join_links_role" CHECK ("join_links"."role" in ('deelnemer', 'expert', 'waarnemer'))
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"member_id" text NOT NULL,
	"given_by" text NOT NULL,
	"on_behalf_of" text NOT NULL,
	"reason" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"person_id" text,
	"name" text NOT NULL,
	"name_number" smallint DEFAULT 1 NOT NULL,
	"color" smallint DEFAULT 0 NOT NULL,
	"role" text NOT NULL,
	"decider" boolean DEFAULT false NOT NULL,
	"duties" text[] DEFAULT '{}' NOT NULL,
	"participates" boolean DEFAULT false NOT NULL,
	"ready_for" text,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "members_in_sprint" UNIQUE("sprint_id","id"),
	CONSTRAINT "members_role" CHECK ("members"."role" in ('facilitator', 'deelnemer', 'expert', 'waarnemer'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"password_hash" text,
	"language" text DEFAULT 'nl' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_account_whole" CHECK (("people"."email" is null) = ("people"."password_hash" is null)),
	CONSTRAINT "people_language" CHECK ("people"."language" in ('nl', 'en'))
);
--> statement-breakpoint
CREATE TABLE "room_clients" (
	"room_id" text NOT NULL,
	"client_id" bigint NOT NULL,
	"member_id" text,
	"first_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "room_clients_room_id_client_id_pk" PRIMARY KEY("room_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "room_updates" (
	"room_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"update" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "room_updates_room_id_seq_pk" PRIMARY KEY("room_id","seq")
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"board_id" text,
	"member_id" text,
	"lineage" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rooms_board" UNIQUE("board_id"),
	CONSTRAINT "rooms_member" UNIQUE("member_id"),
	CONSTRAINT "rooms_one_owner" CHECK (("rooms"."board_id" is null) <> ("rooms"."member_id" is null))
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"step_id" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"per_candidate" smallint NOT NULL,
	"voter_shown" boolean NOT NULL,
	"results_live" boolean DEFAULT false NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "rounds_status" CHECK ("rounds"."status" in ('open', 'closed', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"device" text DEFAULT '' NOT NULL,
	"sprint_id" text
);
--> statement-breakpoint
CREATE TABLE "sprints" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"challenge" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"video_url" text,
	"template" text NOT NULL,
	"starts_on" date NOT NULL,
	"time_zone" text DEFAULT 'Europe/Amsterdam' NOT NULL,
	"delete_after" date NOT NULL,
	"code" text NOT NULL,
	"door_open" boolean DEFAULT true NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"clock_duration_ms" integer DEFAULT 0 NOT NULL,
	"clock_deadline_at" timestamp with time zone,
	"clock_remaining_ms" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sprints_code_unique" UNIQUE("code"),
	CONSTRAINT "sprints_language" CHECK ("sprints"."language" in ('nl', 'en')),
	CONSTRAINT "sprints_template" CHECK ("sprints"."template" in ('five-day', 'four-day')),
	CONSTRAINT "sprints_clock" CHECK ("sprints"."clock_deadline_at" is null or "sprints"."clock_remaining_ms" is null)
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"day" smallint NOT NULL,
	"position" text NOT NULL,
	"exercise" text NOT NULL,
	"title" text,
	"minutes" integer NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"phase" text,
	"phase_count" integer DEFAULT 0 NOT NULL,
	"choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"board_id" text,
	"admits_late" boolean DEFAULT false NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "steps_status" CHECK ("steps"."status" in ('planned', 'open', 'done', 'skipped')),
	CONSTRAINT "steps_phase" CHECK ("steps"."phase" is null or "steps"."phase" in ('open', 'writing', 'reveal', 'grouping', 'voting', 'result', 'decision')),
	CONSTRAINT "steps_minutes" CHECK ("steps"."minutes" between 1 and 480),
	CONSTRAINT "steps_day" CHECK ("steps"."day" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text,
	"sprint_id" text,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tickets_kind" CHECK ("tickets"."kind" in ('phone', 'return', 'password-reset', 'invitation')),
	CONSTRAINT "tickets_person" CHECK ("tickets"."kind" = 'invitation' or "tickets"."person_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_step_id_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_by_member_id_members_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dots" ADD CONSTRAINT "dots_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dots" ADD CONSTRAINT "dots_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dots" ADD CONSTRAINT "dots_candidate" FOREIGN KEY ("round_id","candidate_id") REFERENCES "public"."candidates"("round_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_links" ADD CONSTRAINT "join_links_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_given_by_members_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_clients" ADD CONSTRAINT "room_clients_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_clients" ADD CONSTRAINT "room_clients_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_updates" ADD CONSTRAINT "room_updates_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_step_id_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_one_standing" ON "decisions" USING btree ("step_id") WHERE "decisions"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "mandates_one_running" ON "mandates" USING btree ("sprint_id") WHERE "mandates"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_person" ON "members" USING btree ("sprint_id","person_id") WHERE "members"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_name" ON "members" USING btree ("sprint_id",lower("name"),"name_number") WHERE "members"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "members_one_decider" ON "members" USING btree ("sprint_id") WHERE "members"."decider" and "members"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_one_open" ON "rounds" USING btree ("step_id") WHERE "rounds"."status" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_one_closed" ON "rounds" USING btree ("step_id") WHERE "rounds"."status" = 'closed';--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "steps_sprint" ON "steps" USING btree ("sprint_id");--> statement-breakpoint
CREATE UNIQUE INDEX "steps_one_open" ON "steps" USING btree ("sprint_id") WHERE "steps"."status" = 'open';