package main

import "github.com/spf13/cobra"

// completion prints a script that teaches a shell to complete gouji's
// commands, options, formats and rules.
func (p *program) completion() *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: p.say("生成命令行补全脚本", "print a completion script for a shell"),
		Long: p.say("输出让命令行自动补全的脚本（命令、选项、格式和规则编号）。",
			"Prints a script that completes commands, options, formats and rules."),
		Example: "  source <(gouji completion bash)\n  gouji completion zsh > \"${fpath[1]}/_gouji\"\n" +
			"  gouji completion fish > ~/.config/fish/completions/gouji.fish\n  gouji completion powershell | Out-String | Invoke-Expression",
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return p.misuse("要写明是哪种命令行：bash、zsh、fish 或 powershell", "name a shell: bash, zsh, fish or powershell")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			switch root := c.Root(); args[0] {
			case "bash":
				return root.GenBashCompletionV2(p.out, true)
			case "zsh":
				return root.GenZshCompletion(p.out)
			case "fish":
				return root.GenFishCompletion(p.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(p.out)
			}
			return p.misuse("没有 %s 的补全脚本，可用：bash、zsh、fish、powershell", "no script for %s; choose from: bash, zsh, fish, powershell", args[0])
		},
	}
}
