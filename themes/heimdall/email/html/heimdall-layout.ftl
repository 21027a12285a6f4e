<#ftl output_format="HTML">
<#macro mail title preview>
<!DOCTYPE html>
<html lang="${locale}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="supported-color-schemes" content="light dark">
  <title>${title}</title>
  <style>
    @media (prefers-color-scheme: dark) {
      .page { background: #111827 !important; color: #e5e7eb !important }
      .card { background: #1f2937 !important; border-color: #374151 !important }
      .strong { color: #f9fafb !important }
      .code { background: #111827 !important; color: #f9fafb !important }
      .quiet { color: #9ca3af !important }
    }
  </style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6;font-family:-apple-system,'Segoe UI',Roboto,'Hiragino Sans','Noto Sans JP',Helvetica,Arial,sans-serif;color:#1f2937">
  <div style="display:none;max-height:0;overflow:hidden;opacity:0">${preview}</div>
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="table-layout:fixed;background:#f3f4f6">
    <tr>
      <td align="center" style="padding:32px 16px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="card" style="table-layout:fixed;max-width:520px;background:#ffffff;border:1px solid #e5e7eb;border-radius:8px">
          <tr>
            <td class="quiet" style="padding:24px 32px 0;font-size:14px;font-weight:600;color:#6b7280;word-break:break-word;overflow-wrap:break-word">
<#if logo??>
              <img src="${logo}" alt="${appName}" height="32" style="display:block;height:32px;max-width:100%;border:0">
<#else>
              ${appName}
</#if>
            </td>
          </tr>
          <tr>
            <td style="padding:8px 32px 32px;font-size:16px;line-height:1.6;word-break:break-word;overflow-wrap:break-word">
              <h1 class="strong" style="margin:0 0 16px;font-size:22px;line-height:1.3;color:#111827">${title}</h1>
<#nested>
            </td>
          </tr>
        </table>
      </td>
    </tr>
  </table>
</body>
</html>
</#macro>

<#macro paragraph>
              <p style="margin:0 0 16px"><#nested></p>
</#macro>

<#macro note>
              <p class="quiet" style="margin:0;font-size:14px;color:#6b7280"><#nested></p>
</#macro>

<#macro codeBox>
              <p class="code" style="margin:0 0 24px;padding:16px 16px 16px 22px;background:#f3f4f6;border-radius:6px;text-align:center;font-family:Consolas,Menlo,monospace;font-size:32px;font-weight:700;letter-spacing:6px;color:#111827">${code}</p>
</#macro>

<#macro button label>
<#if link??>
              <p style="margin:0 0 24px;text-align:center"><a href="${link}" style="display:inline-block;padding:12px 24px;background:${color};border-radius:6px;color:#ffffff;font-weight:600;text-decoration:none">${label}</a></p>
</#if>
</#macro>
