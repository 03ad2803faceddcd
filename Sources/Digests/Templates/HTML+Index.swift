let htmlIndex = #"""
    <!DOCTYPE html>
    <html lang="{{lang}}" dir="{{dir}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{heading}}</title>
    {{> style}}
    </head>
    <body class="lw-page" style="margin:0;padding:0;background-color:#f4f2ed;">
    <main class="lw-body" style="max-width:880px;margin:0 auto;padding:32px 16px;font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:16px;line-height:1.5;color:#1f2326;">
    <h1 style="margin:0 0 20px;font-size:28px;line-height:1.25;font-weight:700;">{{heading}}</h1>
    {{#has-rows}}
    <table style="width:100%;border-collapse:collapse;font-size:15px;">
    <tr class="lw-heads lw-muted" style="color:#565d63;font-size:13px;"><th scope="col" style="padding:0 12px 4px 0;font-weight:600;text-align:{{start}};">{{t-period}}</th><th scope="col" style="padding:0 12px 4px 0;font-weight:600;text-align:{{start}};">{{t-recipient}}</th><th scope="col" style="padding:0 12px 4px 0;font-weight:600;text-align:{{start}};">{{t-index}}</th><th scope="col" style="padding:0 0 4px;font-weight:600;text-align:{{start}};">{{t-forms}}</th></tr>
    {{#rows}}
    <tr class="lw-row"><td class="lw-narrow lw-line" style="padding:8px 12px 8px 0;border-top:1px solid #dedad1;vertical-align:top;">{{period}}</td><td class="lw-narrow lw-line" style="padding:8px 12px 8px 0;border-top:1px solid #dedad1;vertical-align:top;"><strong>{{recipient}}</strong></td><td class="lw-narrow lw-line" style="padding:8px 12px 8px 0;border-top:1px solid #dedad1;vertical-align:top;">{{headline}}</td><td class="lw-narrow lw-line" style="padding:8px 0;border-top:1px solid #dedad1;vertical-align:top;">{{#files}}<a href="{{file}}">{{form}}</a> {{/files}}</td></tr>
    {{/rows}}
    </table>
    {{/has-rows}}
    {{^has-rows}}
    <p>{{t-index-empty}}</p>
    {{/has-rows}}
    {{#has-feeds}}
    <h2 style="margin:28px 0 8px;font-size:18px;line-height:1.3;font-weight:700;">Atom</h2>
    <p>{{#feeds}}<a href="{{file}}" type="application/atom+xml">{{name}}</a> &#160; {{/feeds}}</p>
    {{/has-feeds}}
    </main>
    </body>
    </html>
    """#
