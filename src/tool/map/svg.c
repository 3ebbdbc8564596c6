// SPDX-License-Identifier: GPL-2.0
/*
 * A map as an SVG that needs nothing else: it brings its background along, so that
 * it can be read wherever it is shown.
 */
#include "draw.h"
#include "svg.h"
#include "words.h"

/* Who asks for dark pictures gets one; who does not know that question, a light one. */
static const char style[] =
	"<style>\n"
	"text{font:12px 'DejaVu Sans Mono',Menlo,Consolas,monospace;fill:#1f2328}\n"
	".title{font-size:18px;font-weight:bold}\n"
	".head{font-size:14px;font-weight:bold}\n"
	".name{font-weight:bold}\n"
	".dim{fill:#59636e}\n"
	".bad{fill:#c01c28;font-weight:bold}\n"
	".paper{fill:#ffffff}\n"
	".c0{fill:#e4e8ec}\n"
	".c1{fill:#8c959f}\n"
	".c2{fill:#79b8ff}\n"
	".c3{fill:#1a7f37}\n"
	".c4{fill:#1f2328}\n"
	".c5{fill:#e01b24}\n"
	".c6{fill:#bf3989}\n"
	".cross{stroke:#ffffff;stroke-width:1.5;fill:none}\n"
	".bar{fill:#e4e8ec;stroke:#8c959f}\n"
	".open{fill:none;stroke:#8c959f;stroke-dasharray:4 3}\n"
	".wrong{stroke:#e01b24;stroke-width:2}\n"
	".part{fill:#59636e}\n"
	".zoom{fill:#8c959f;fill-opacity:.16}\n"
	".edge{stroke:#ffffff;stroke-opacity:.7}\n"
	"@media (prefers-color-scheme:dark){\n"
	"text{fill:#e6edf3}\n"
	".dim{fill:#9198a1}\n"
	".bad{fill:#ff7b72}\n"
	".paper{fill:#0d1117}\n"
	".c0{fill:#262c36}\n"
	".c1{fill:#848d97}\n"
	".c2{fill:#1f6feb}\n"
	".c3{fill:#3fb950}\n"
	".c4{fill:#f0f6fc}\n"
	".c5{fill:#f85149}\n"
	".c6{fill:#db61a2}\n"
	".cross{stroke:#0d1117}\n"
	".bar{fill:#262c36;stroke:#656c76}\n"
	".open{stroke:#656c76}\n"
	".wrong{stroke:#f85149}\n"
	".part{fill:#b1bac4}\n"
	".zoom{fill:#b1bac4}\n"
	".edge{stroke:#0d1117}\n"
	"}\n"
	"</style>\n";

void svg_escape(FILE *out, const char *text)
{
	for (; *text; text++) {
		switch (*text) {
		case '&':
			fputs("&amp;", out);
			break;
		case '<':
			fputs("&lt;", out);
			break;
		case '>':
			fputs("&gt;", out);
			break;
		default:
			fputc(*text >= ' ' && *text <= '~' ? *text : '?', out);
		}
	}
}

void svg_text(struct svg *svg, u32 x, u32 y, const char *classes,
	      const char *text)
{
	fprintf(svg->out, "<text x=\"%u\" y=\"%u\" class=\"%s\">", x, y,
		classes);
	svg_escape(svg->out, text);
	fputs("</text>\n", svg->out);
}

void svg_words(struct svg *svg, u32 x, u32 columns, const char *classes,
	       const char *text)
{
	char line[MAP_LINE_LEN];
	u32 len;

	while (*text) {
		len = map_wrap(text, columns);
		snprintf(line, sizeof(line), "%.*s", (int)len, text);
		svg_text(svg, x, svg->y + SVG_LETTER, classes, line);
		svg->y += SVG_LINE;
		text += len;
		text += strspn(text, " ");
	}
}

u32 svg_words_height(u32 columns, const char *text)
{
	u32 lines = 0;

	while (*text) {
		text += map_wrap(text, columns);
		text += strspn(text, " ");
		lines++;
	}
	return lines * SVG_LINE;
}

static void svg_body(struct svg *svg, const struct map *map)
{
	svg_text(svg, SVG_MARGIN, svg->y + 18, "title", map->name);
	svg->y += 26;
	svg_words(svg, SVG_MARGIN, SVG_COLUMNS, "dim", map->title);
	svg->y += 14;
	svg_ids(svg, map);
	svg->y += 14;
	svg_windows(svg, map);
}

static void svg_head(FILE *out, const struct map *map, u32 height)
{
	char text[MAP_LINE_LEN];

	fprintf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %u %u\" width=\"%u\" height=\"%u\" role=\"img\" aria-labelledby=\"title desc\">\n",
		SVG_WIDTH, height, SVG_WIDTH, height);
	fputs("<title id=\"title\">Routing IDs and memory windows of ", out);
	svg_escape(out, map->name);
	fputs("</title>\n<desc id=\"desc\">", out);
	map_say_ids(map, 0, text);
	svg_escape(out, text);
	fputs("</desc>\n", out);
	fputs(style, out);
	fprintf(out,
		"<rect class=\"paper\" width=\"%u\" height=\"%u\" rx=\"8\"/>\n",
		SVG_WIDTH, height);
}

/* How high it is, is known when all of it is drawn. */
int map_draw_svg(const struct map *map, FILE *out)
{
	struct svg svg = { .y = SVG_MARGIN };
	char *body = NULL;
	size_t size = 0;

	svg.out = open_memstream(&body, &size);
	if (!svg.out)
		return -ENOMEM;
	svg_body(&svg, map);
	if (fclose(svg.out)) {
		free(body);
		return -ENOMEM;
	}
	svg_head(out, map, svg.y + SVG_MARGIN);
	fputs(body, out);
	fputs("</svg>\n", out);
	free(body);
	return 0;
}
