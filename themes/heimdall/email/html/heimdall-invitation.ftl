<#ftl output_format="HTML">
<#import "heimdall-layout.ftl" as layout>
<@layout.mail title=msg("heimdallInvitationTitle", appName) preview=subject>
<#if name??>
<@layout.paragraph>${msg("heimdallInvitationGreeting", name)}</@layout.paragraph>
</#if>
<@layout.paragraph>${msg("heimdallInvitationBody", appName)}</@layout.paragraph>
              <p class="code" style="margin:0 0 24px;padding:16px;background:#f3f4f6;border-radius:6px;text-align:center;font-family:Consolas,Menlo,monospace;font-size:16px;font-weight:700;word-break:break-all;color:#111827">${code}</p>
<@layout.button label=msg("heimdallInvitationButton")/>
<@layout.paragraph>${msg("heimdallInvitationExpiry", hours)}</@layout.paragraph>
<@layout.note>${msg("heimdallInvitationIgnore")}</@layout.note>
</@layout.mail>
